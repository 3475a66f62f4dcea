using DrInfra.Policies.Kubernetes;

namespace DrInfra.Policies.Aws.Eks;

/// <summary>The clusters of EKS that Kubernetes objects are put into: a provider's configuration was made from one, or names it.</summary>
internal sealed class PodClusters
{
    // By the provider, as an object names its cluster.
    private readonly Dictionary<string, Node?> _clusters = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> _regions = new(StringComparer.Ordinal);
    private readonly ILookup<Node, string> _providers;

    private PodClusters(Estate estate)
    {
        var endpoints = estate.OfType(EksTypes.Cluster).Where(cluster => cluster.Output("endpoint").Text is not null)
            .DistinctBy(cluster => cluster.Output("endpoint").Text).ToDictionary(cluster => cluster.Output("endpoint").Text!, StringComparer.Ordinal);
        foreach (var node in estate.All.Where(node => node.Provider is not null && node.Type.StartsWith("kubernetes:", StringComparison.Ordinal))
            .DistinctBy(Pods.ClusterOf))
        {
            var cluster = ProviderCluster.Of(estate, node) ?? ByEndpoint(node.Provider!, endpoints);
            _clusters.Add(Pods.ClusterOf(node), cluster);
            _regions.Add(Pods.ClusterOf(node), cluster?.Region ?? ProviderCluster.RegionOf(node));
        }

        _providers = _clusters.Where(pair => pair.Value is not null).ToLookup(pair => pair.Value!, pair => pair.Key);
    }

    public static PodClusters In(Estate estate) => estate.Once(static estate => new PodClusters(estate));

    /// <summary>The cluster of EKS that an object is in; null where it is in another, or the graph does not hold it.</summary>
    public Node? Of(Node node) => _clusters.GetValueOrDefault(Pods.ClusterOf(node));

    /// <summary>The Region that pods run in: their cluster's; null where nothing says so.</summary>
    public string? RegionOf(Node node) => _regions.GetValueOrDefault(Pods.ClusterOf(node)) ?? node.Region;

    /// <summary>The names by which objects that are in a cluster call it.</summary>
    public IEnumerable<string> NamesOf(Node cluster) => _providers[cluster];

    private static Node? ByEndpoint(Node provider, Dictionary<string, Node> endpoints) => provider.Input("kubeconfig").Text is { } text
        ? endpoints.FirstOrDefault(pair => text.Contains(pair.Key, StringComparison.Ordinal)).Value
        : null;
}
