using DrInfra.Policies.Checking;
using DrInfra.Policies.Graph;
using DrInfra.Recovery.Settings;

namespace DrInfra.Policies.Assessment;

/// <summary>Whether any resource is of a workload. Its manifest is none: it says what there should be.</summary>
internal sealed class WorkloadPresence
{
    private readonly Estate _estate;
    private readonly RecoverySettings _settings;
    private readonly HashSet<string> _tagged;

    public WorkloadPresence(Estate estate, Promises promises, RecoverySettings settings)
    {
        _estate = estate;
        _settings = settings;
        var manifests = promises.All.SelectMany(promise => promise.Nodes).ToHashSet();
        _tagged = [.. estate.All.Where(node => !manifests.Contains(node)).Select(node => node.Workload).OfType<string>()];
    }

    public bool Has(string workload) => _tagged.Contains(workload)
        || _settings.Workloads.Where(entry => entry.Name == workload).SelectMany(entry => entry.Resources)
            .Any(pattern => _estate.All.Any(node => node.Resource.Custom && UrnPattern.Matches(pattern, node.Urn)));
}
