using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Aws.Rds;

/// <summary>An Aurora global database, as far as it is among the stacks.</summary>
/// <param name="Identifier">The global cluster's identifier, or its name in the program where that is not known.</param>
/// <param name="Global">The global cluster; null where another stack declares it.</param>
/// <param name="Members">Its clusters, by URN.</param>
internal sealed record GlobalDatabase(string Identifier, Node? Global, IReadOnlyList<Node> Members)
{
    /// <summary>The member that the others copy, as far as it can be told; else the first. Null where there is none.</summary>
    public Node? Writer => Members.FirstOrDefault(member => !IsSecondary(member)) ?? (Members is [var first, ..] ? first : null);

    /// <summary>What the members must be like: the global cluster, unless it takes its settings from its first member; then the writer.</summary>
    public Node? Model => Global is { } global && !global["sourceDbClusterIdentifier"].IsStated() ? global : Writer;

    // A cluster with one of these begins its own volume; one without can only copy another's.
    private static readonly string[] Origins =
    [
        "masterPassword", "masterPasswordWo", "manageMasterUserPassword", "snapshotIdentifier", "restoreToPointInTime", "s3Import",
    ];

    public static IReadOnlyList<GlobalDatabase> AllIn(Estate estate)
    {
        var known = estate.OfType(RdsTypes.GlobalCluster).ToDictionary(global => global, _ => new List<Node>());
        var elsewhere = new SortedDictionary<string, List<Node>>(StringComparer.Ordinal);
        foreach (var cluster in estate.OfType(RdsTypes.Cluster).Where(IsMember))
        {
            var reference = estate.References.Follow(cluster, "globalClusterIdentifier", RdsTypes.GlobalCluster);
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

        foreach (var (global, members) in known)
        {
            // A global cluster made from an existing cluster: that one does not name it.
            if (estate.References.Follow(global, "sourceDbClusterIdentifier", RdsTypes.Cluster).Target is { } first && !members.Contains(first))
            {
                members.Insert(0, first);
            }
        }

        return
        [
            .. known.Select(pair => new GlobalDatabase(pair.Key["globalClusterIdentifier"].Text ?? pair.Key.Name, pair.Key, pair.Value)),
            .. elsewhere.Select(pair => new GlobalDatabase(pair.Key, null, pair.Value)),
        ];
    }

    /// <summary>Whether a cluster joins a global database by its own words.</summary>
    public static bool IsMember(Node cluster) => cluster["globalClusterIdentifier"].IsStated();

    /// <summary>Whether a cluster was made as the copy of another: it names where from, or states nothing of its own to begin with.</summary>
    public static bool IsSecondary(Node cluster) =>
        IsMember(cluster) && (cluster.Input("sourceRegion").IsStated() || !Array.Exists(Origins, property => cluster.Input(property).IsStated()));
}
