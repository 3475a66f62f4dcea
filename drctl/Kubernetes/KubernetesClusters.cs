using DrInfra.Policies.Aws;
using DrInfra.Policies.Aws.Eks;
using DrInfra.Policies.Graph;

namespace DrInfra.Drctl.Kubernetes;

/// <summary>
/// The clusters that the Kubernetes providers of a graph stand for: the one whose ARN is the <c>clusterIdentifier</c>, else the cluster of EKS
/// that the provider's configuration was made from.
/// </summary>
internal sealed class KubernetesClusters
{
    private static readonly string[] Configuration = ["kubeconfig", "cluster", "clusterIdentifier"];

    private readonly Dictionary<string, KubernetesCluster> _byProvider;

    public KubernetesClusters(ResourceGraph graph)
    {
        var providers = graph.Resources.Where(resource => resource.Type == KubernetesType.Provider).ToList();
        var byUrn = providers.Count == 0 ? [] : graph.Resources.ToDictionary(resource => resource.Urn, StringComparer.Ordinal);
        _byProvider = providers.ToDictionary(provider => provider.Urn, provider => Read(provider, byUrn), StringComparer.Ordinal);
    }

    /// <summary>The cluster of an object; null of what is no object, and where its provider is the default one.</summary>
    public KubernetesCluster? Of(GraphResource resource) =>
        KubernetesType.Of(resource.Type) is null ? null : _byProvider.GetValueOrDefault(ProviderOf(resource));

    private static KubernetesCluster Read(GraphResource provider, Dictionary<string, GraphResource> byUrn)
    {
        var identity = Text(provider.Inputs["clusterIdentifier"]);
        var source = Configuration.SelectMany(property => provider.PropertyDependencies[property])
            .Select(byUrn.GetValueOrDefault)
            .FirstOrDefault(resource => resource?.Type == EksTypes.Cluster);
        var arn = Arn.TryParse(identity, out var named) ? named : Arn.TryParse(Text(source?.Outputs["arn"]), out var made) ? made : default;
        var name = arn.Resource.StartsWith("cluster/", StringComparison.Ordinal) ? arn.Resource["cluster/".Length..] : Text(source?.Inputs["name"]);
        return new KubernetesCluster(name ?? provider.Name, Arn.RegionOf(arn.ToString()) ?? RegionOf(source, byUrn), identity);
    }

    private static string? RegionOf(GraphResource? cluster, Dictionary<string, GraphResource> byUrn) => cluster is null ? null
        : Text(cluster.Inputs["region"]) ?? Text(byUrn.GetValueOrDefault(ProviderOf(cluster))?.Inputs["region"]);

    private static string ProviderOf(GraphResource resource) =>
        resource.Provider?.LastIndexOf("::", StringComparison.Ordinal) is { } end and > 0 ? resource.Provider[..end] : string.Empty;

    private static string? Text(PropertyValue? value) => (value?.Unwrapped as TextValue)?.Value;
}
