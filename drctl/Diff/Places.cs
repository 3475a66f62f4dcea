using DrInfra.Drctl.Kubernetes;
using DrInfra.Policies.Graph;

namespace DrInfra.Drctl.Diff;

/// <summary>Where the resources of two graphs of a stack are, by their providers: a Region of AWS, a cluster of Kubernetes.</summary>
internal sealed class Places(ResourceGraph before, ResourceGraph after)
{
    // Which cluster a provider leads to, where it does not say so by an identifier.
    private static readonly string[] Configuration = ["kubeconfig", "context", "cluster"];

    private readonly Dictionary<string, GraphResource> _oldProviders = ProvidersOf(before);
    private readonly Dictionary<string, GraphResource> _newProviders = ProvidersOf(after);
    private readonly KubernetesClusters _oldClusters = new(before);
    private readonly KubernetesClusters _newClusters = new(after);

    /// <summary>The provider of a resource as it will be; null where it is the default one.</summary>
    public GraphResource? ProviderOf(GraphResource resource) => _newProviders.GetValueOrDefault(ResourceOptions.ProviderUrn(resource));

    /// <summary>Null where it stays where it is, or nothing says where it is.</summary>
    public PlaceChange? Between(GraphResource old, GraphResource resource) =>
        KubernetesType.Of(resource.Type) is null ? RegionChange(old, resource) : ClusterChange(old, resource);

    private PlaceChange? ClusterChange(GraphResource old, GraphResource resource)
    {
        if (_oldClusters.Of(old) is not { } from || _newClusters.Of(resource) is not { } to)
        {
            return null;
        }

        if (from.Identity is not null && to.Identity is not null)
        {
            return from.Identity == to.Identity ? null
                : new PlaceChange(
                    new OptionChange("provider's cluster", from.Identity, to.Identity),
                    $"its provider is of another cluster ({from.Identity} -> {to.Identity})",
                    Certain: true);
        }

        var (before, after) = (_oldProviders[ResourceOptions.ProviderUrn(old)], _newProviders[ResourceOptions.ProviderUrn(resource)]);
        var changed = Configuration.Where(name => !Equals(before.Inputs[name], after.Inputs[name])).ToList();
        return changed.Count == 0 || to.Identity is not null ? null
            : new PlaceChange(
                new OptionChange("provider's cluster", from.Name, $"{to.Name}, by another {string.Join(" and ", changed)}"),
                $"its provider may be of another cluster: {string.Join(", ", changed)} changes, and no clusterIdentifier says that the cluster stays",
                Certain: false);
    }

    private PlaceChange? RegionChange(GraphResource old, GraphResource resource)
    {
        var from = RegionOf(old, _oldProviders);
        var to = RegionOf(resource, _newProviders);
        if (from is null || to is null || from == to)
        {
            return null;
        }

        var where = old.Inputs["region"] is TextValue || resource.Inputs["region"] is TextValue ? "it" : "its provider";
        return new PlaceChange(
            new OptionChange(resource.Inputs["region"] is TextValue ? "Region" : "provider's region", from, to),
            $"{where} is in another Region ({from} -> {to})", Certain: false);
    }

    private static string? RegionOf(GraphResource resource, Dictionary<string, GraphResource> providers) =>
        resource.Type.StartsWith("aws:", StringComparison.Ordinal) && resource.Inputs["region"] is TextValue own
            ? own.Value
            : (providers.GetValueOrDefault(ResourceOptions.ProviderUrn(resource))?.Inputs["region"] as TextValue)?.Value;

    private static Dictionary<string, GraphResource> ProvidersOf(ResourceGraph graph) =>
        graph.Resources.Where(resource => resource.Type.StartsWith("pulumi:providers:", StringComparison.Ordinal))
            .ToDictionary(resource => resource.Urn, StringComparer.Ordinal);
}
