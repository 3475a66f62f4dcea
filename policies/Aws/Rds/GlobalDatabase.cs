namespace DrInfra.Policies.Aws.Rds;

/// <summary>A global cluster of Aurora, DocumentDB or Neptune with its members, as far as they are among the stacks.</summary>
/// <param name="Identifier">The global cluster's identifier, or its name in the program where that is not known.</param>
/// <param name="Global">The global cluster; null where another stack declares it.</param>
/// <param name="Members">Its clusters, by URN; one that it was made from comes first.</param>
internal sealed record GlobalDatabase(string Identifier, Node? Global, IReadOnlyList<Node> Members)
{
    private const string Own = "globalClusterIdentifier";

    // A cluster with one of these begins its own volume; one without can only copy another's.
    private static readonly string[] Origins =
    [
        "masterPassword", "masterPasswordWo", "manageMasterUserPassword", "snapshotIdentifier", "restoreToPointInTime", "s3Import",
    ];

    /// <summary>The cluster that the global cluster was made from; null where none was.</summary>
    public Node? Adopted { get; private init; }

    /// <summary>The member that is made first, whose copies the others are, by the program's words; null where it has no member.</summary>
    public Node? Primary => Members.OrderByDescending(member => member == Adopted)
        .ThenBy(NamesSource)
        .ThenByDescending(member => BeginsItsOwn(member) || member.Input("masterUsername").IsStated())
        .ThenByDescending(member => member.Stack == Global?.Stack)
        .ThenByDescending(member => member.Region == Global?.Region)
        .FirstOrDefault();

    /// <summary>The Aurora global databases.</summary>
    public static IReadOnlyList<GlobalDatabase> AllIn(Estate estate) => AllIn(estate, ClusterFamily.Aurora);

    public static IReadOnlyList<GlobalDatabase> AllIn(Estate estate, ClusterFamily family) =>
        estate.Once(static estate => new All(ClusterFamily.All.ToDictionary(family => family, family => Read(estate, family)))).ByFamily[family];

    private static IReadOnlyList<GlobalDatabase> Read(Estate estate, ClusterFamily family)
    {
        var known = estate.OfType(family.Global).ToDictionary(global => global, _ => new List<Node>());
        var elsewhere = new SortedDictionary<string, List<Node>>(StringComparer.Ordinal);
        foreach (var cluster in estate.OfType(family.Cluster))
        {
            var reference = estate.References.Follow(cluster, Membership.Of(cluster, Own), family.Global);
            if (reference.Target is { } global)
            {
                known[global].Add(cluster);
            }
            else if (reference.Text is { } identifier)
            {
                elsewhere.TryAdd(identifier, []);
                elsewhere[identifier].Add(cluster);
            }
        }

        return
        [
            .. known.Select(pair => Of(estate, family, pair.Key, pair.Value)),
            .. elsewhere.Select(pair => new GlobalDatabase(pair.Key, null, pair.Value)),
        ];
    }

    /// <summary>The global database that a cluster names, whatever became of it since.</summary>
    public static string? IdentifierOf(Node cluster) => cluster[Own].Text;

    /// <summary>Whether a cluster joins a global database by its own words.</summary>
    public static bool IsMember(Node cluster) => Membership.Of(cluster, Own).IsStated();

    /// <summary>Whether a cluster was made as the copy of another: it names where from, or states nothing of its own to begin with.</summary>
    public static bool IsSecondary(Node cluster) => IsMember(cluster) && (cluster.Input("sourceRegion").IsStated() || !BeginsItsOwn(cluster));

    private static GlobalDatabase Of(Estate estate, ClusterFamily family, Node global, List<Node> members)
    {
        // The global cluster's own words: what it was made from, which does not name it, and what the service lists.
        var adopted = estate.References.Follow(global, "sourceDbClusterIdentifier", family.Cluster).Target;
        var listed = global.Output("globalClusterMembers").Items
            .Select(member => estate.References.Follow(global, member["dbClusterArn"], family.Cluster).Target).OfType<Node>();
        return new GlobalDatabase(
            global["globalClusterIdentifier"].Text ?? global.Name,
            global,
            [.. (adopted is null || members.Contains(adopted) ? members : members.Prepend(adopted)).Concat(listed).Distinct()])
        {
            Adopted = adopted,
        };
    }

    private sealed record All(IReadOnlyDictionary<ClusterFamily, IReadOnlyList<GlobalDatabase>> ByFamily);

    private static bool BeginsItsOwn(Node cluster) => Array.Exists(Origins, property => cluster.Input(property).IsStated());

    private static bool NamesSource(Node cluster) => cluster.Input("sourceRegion").IsStated() || cluster.Input(ClusterCopies.SourceProperty).IsStated();
}
