using DrInfra.Policies.Assessment;
using DrInfra.Policies.Aws;
using DrInfra.Policies.Aws.Ssm;
using DrInfra.Policies.Graph;
using DrInfra.Recovery;
using DrInfra.Recovery.Settings;

namespace DrInfra.Drctl.Diff;

/// <summary>The recovery manifests of graphs, each graph read once.</summary>
internal sealed class GraphManifests
{
    private readonly Dictionary<ResourceGraph, IReadOnlyList<RecoveryManifest>> _manifests = new(ReferenceEqualityComparer.Instance);

    // Of a large stack only the parameters are looked at.
    public IReadOnlyList<RecoveryManifest> Of(ResourceGraph graph)
    {
        if (!_manifests.TryGetValue(graph, out var manifests))
        {
            var parameters = graph with { Resources = [.. graph.Resources.Where(resource => resource.Type == SsmTypes.Parameter)] };
            var promises = Promises.Of(Estate.Of([parameters], AwsNames.Instance), RecoverySettings.None);
            _manifests.Add(graph, manifests = [.. promises.All.Select(promise => promise.Manifest).OfType<RecoveryManifest>()]);
        }

        return manifests;
    }
}
