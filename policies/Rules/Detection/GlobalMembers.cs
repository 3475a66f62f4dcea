using DrInfra.Policies.Aws.Rds;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Detection;

/// <summary>The clusters of a global database.</summary>
internal static class GlobalMembers
{
    public static IReadOnlyList<Node> Of(Estate estate, Node global) => estate.UsersOf(global, RdsTypes.Cluster, "globalClusterIdentifier");

    public static Node? GlobalOf(Estate estate, Node cluster) =>
        estate.References.Follow(cluster, "globalClusterIdentifier", RdsTypes.GlobalCluster).Target;
}
