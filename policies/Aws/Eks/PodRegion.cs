namespace DrInfra.Policies.Aws.Eks;

/// <summary>The Region that pods run in: that of the cluster of EKS that their provider's configuration was made from.</summary>
internal static class PodRegion
{
    private static readonly string[] Configuration = ["kubeconfig", "cluster", "clusterIdentifier"];

    public static string? Of(Node node) =>
        (node.Provider is not { } provider ? null
            : Configuration.SelectMany(property => ReferenceResolver.Declared(provider, property, EksTypes.Cluster))
                .Select(cluster => cluster.Region).FirstOrDefault(region => region is not null))
        ?? node.Region;
}
