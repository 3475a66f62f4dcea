using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Aws.Rds;

/// <summary>The instances of Aurora, DocumentDB and Neptune clusters.</summary>
internal static class ClusterInstances
{
    public static readonly IReadOnlyList<string> ClusterTypes = [.. ClusterFamily.All.Select(family => family.Cluster)];

    public static IReadOnlyList<Node> Of(Estate estate, Node cluster) => estate.UsersOf(cluster, ClusterFamily.Of(cluster).Instance, "clusterIdentifier");

    /// <summary>Whether an instance of the same stack belongs to a cluster that is not known yet: it may be this one.</summary>
    public static bool MayHaveMore(Estate estate, Node cluster) => estate.OfType(ClusterFamily.Of(cluster).Instance).Any(instance =>
        instance.Stack == cluster.Stack && estate.References.Follow(instance, "clusterIdentifier", cluster.Type).IsUnknown);

    /// <summary>Aurora with instances of its own: neither the first Serverless nor a Multi-AZ DB cluster, which RDS fills itself.</summary>
    public static bool AreDeclared(Node cluster) =>
        cluster["engineMode"].Text is null or "" or "provisioned" && !cluster["dbClusterInstanceClass"].IsStated();

    /// <summary>A Multi-AZ DB cluster of RDS, and not Aurora's: it states the class of instances that RDS makes for it.</summary>
    public static bool AreMadeByRds(Node cluster) => cluster["dbClusterInstanceClass"].IsStated()
        || (cluster["engine"].Text is { } engine && !engine.StartsWith("aurora", StringComparison.Ordinal) && cluster["allocatedStorage"].IsStated());
}
