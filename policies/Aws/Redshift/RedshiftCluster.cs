using DrInfra.Recovery.Facts;

namespace DrInfra.Policies.Aws.Redshift;

internal readonly record struct RedshiftCluster(Node Node)
{
    public Prop MultiAz => Node["multiAz"];

    /// <summary>
    /// Whether its data is on the disks of its nodes: of these types; null where the type is not known. Others keep it in managed storage
    /// (docs.aws.amazon.com/redshift/latest/mgmt/working-with-clusters.html).
    /// </summary>
    public bool? KeepsDataInNodes => Node["nodeType"] is var type && type.IsUnknown ? null
        : type.Text is { } name && (name.StartsWith("dc", StringComparison.Ordinal) || name.StartsWith("ds", StringComparison.Ordinal));

    /// <summary>One where nothing is stated.</summary>
    public StatedNumber Nodes => new(Node["numberOfNodes"], 1);

    public Prop NodeType => Node["nodeType"];

    /// <summary>Whether it may be moved to another zone.</summary>
    public Prop Relocation => Node["availabilityZoneRelocationEnabled"];

    /// <summary>The default where nothing is stated.</summary>
    public StatedNumber SnapshotDays => new(Node["automatedSnapshotRetentionPeriod"], FactBook.Number("redshift-snap-retention"));

    /// <summary>Whether its snapshots are under a key that the program names.</summary>
    public bool HasOwnKey => Node["encrypted"].Flag != false && Node["kmsKeyId"].IsStated();

    public IReadOnlyList<Node> SnapshotCopies(Estate estate) => estate.UsersOf(Node, RedshiftTypes.SnapshotCopy, "clusterIdentifier");

    /// <summary>Null where the service takes its snapshots as it does by itself.</summary>
    public SnapshotSchedule? Schedule(Estate estate) =>
        estate.UsersOf(Node, RedshiftTypes.SnapshotScheduleAssociation, "clusterIdentifier") is [var association, ..]
            ? new SnapshotSchedule(association, estate.References.Follow(association, "scheduleIdentifier", RedshiftTypes.SnapshotSchedule))
            : null;
}
