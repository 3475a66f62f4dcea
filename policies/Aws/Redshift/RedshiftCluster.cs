using DrInfra.Recovery.Facts;

namespace DrInfra.Policies.Aws.Redshift;

internal readonly record struct RedshiftCluster(Node Node)
{
    public Prop MultiAz => Node["multiAz"];

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
