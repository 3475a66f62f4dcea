using DrInfra.Drctl.Kubernetes;
using DrInfra.Policies.Graph;

namespace DrInfra.Drctl.Rendering;

/// <summary>Where the resources of a graph are: by their provider or its cluster, never by a tag, which may say anything.</summary>
internal sealed class ResourceRegions
{
    /// <summary>For what exists once per account.</summary>
    public const string Global = "global";

    private static readonly string[] GlobalTypes = ["aws:iam/", "aws:route53/", "aws:rds/globalCluster:"];

    private readonly Dictionary<string, string> _providers;
    private readonly KubernetesClusters _clusters;

    public ResourceRegions(ResourceGraph graph)
    {
        _providers = graph.Resources
            .Where(resource => resource.Type.StartsWith("pulumi:providers:", StringComparison.Ordinal))
            .Select(resource => (resource.Urn, Region: (resource.Inputs["region"] as TextValue)?.Value))
            .Where(provider => provider.Region is not null)
            .ToDictionary(provider => provider.Urn, provider => provider.Region!, StringComparer.Ordinal);
        _clusters = new KubernetesClusters(graph);
    }

    /// <summary>Null for what is in no Region: components, providers, random values.</summary>
    public string? Of(GraphResource resource)
    {
        if (!resource.Custom || !resource.Type.StartsWith("aws:", StringComparison.Ordinal))
        {
            return _clusters.Of(resource)?.Region;
        }

        if (GlobalTypes.Any(type => resource.Type.StartsWith(type, StringComparison.Ordinal)))
        {
            return Global;
        }

        if (resource.Inputs["region"] is TextValue own)
        {
            return own.Value;
        }

        var end = resource.Provider?.LastIndexOf("::", StringComparison.Ordinal) ?? -1;
        return end < 0 ? null : _providers.GetValueOrDefault(resource.Provider![..end]);
    }
}
