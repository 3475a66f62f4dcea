using DrInfra.Policies.Aws.Eks;
using DrInfra.Policies.Graph;
using DrInfra.Policies.Kubernetes;

namespace DrInfra.Policies.Assessment;

/// <summary>Deployments of Kubernetes that serve, with what scales them and where their cluster is.</summary>
internal static class PodGroups
{
    public static IEnumerable<ServerGroup> In(Estate estate)
    {
        var scalers = PodScalers.In(estate);
        return estate.OfTypes(Pods.Deployments).Select(deployment => ServerGroup.OfPods(deployment, scalers.GetValueOrDefault(deployment), RegionOf(deployment)));
    }

    // The provider's configuration is made from the cluster.
    private static string? RegionOf(Node deployment) => deployment.Provider is not { } provider ? deployment.Region
        : new[] { "kubeconfig", "cluster", "clusterIdentifier" }.SelectMany(property => ReferenceResolver.Declared(provider, property, EksTypes.Cluster)).Select(cluster => cluster.Region).FirstOrDefault(region => region is not null)
            ?? deployment.Region;
}
