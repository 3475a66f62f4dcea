using DrInfra.Policies.Aws.DocDb;
using DrInfra.Policies.Aws.Neptune;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Aws.Rds;

/// <summary>The instances of Aurora, DocumentDB and Neptune clusters.</summary>
internal static class ClusterInstances
{
    public static readonly IReadOnlyList<string> ClusterTypes = [RdsTypes.Cluster, DocDbTypes.Cluster, NeptuneTypes.Cluster];

    public static IReadOnlyList<Node> Of(Estate estate, Node cluster) => estate.UsersOf(cluster, TypeFor(cluster), "clusterIdentifier");

    /// <summary>Whether an instance of the same stack belongs to a cluster that is not known yet: it may be this one.</summary>
    public static bool MayHaveMore(Estate estate, Node cluster) => estate.OfType(TypeFor(cluster)).Any(instance =>
        instance.Stack == cluster.Stack && estate.References.Follow(instance, "clusterIdentifier", cluster.Type).IsUnknown);

    /// <summary>Aurora with instances of its own: neither the first Serverless nor a Multi-AZ DB cluster, which RDS fills itself.</summary>
    public static bool AreDeclared(Node cluster) =>
        cluster["engineMode"].Text is null or "" or "provisioned" && !cluster["dbClusterInstanceClass"].IsStated();

    private static string TypeFor(Node cluster) => cluster.Type switch
    {
        DocDbTypes.Cluster => DocDbTypes.ClusterInstance,
        NeptuneTypes.Cluster => NeptuneTypes.ClusterInstance,
        _ => RdsTypes.ClusterInstance,
    };
}
