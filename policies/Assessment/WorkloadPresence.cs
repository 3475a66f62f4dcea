using DrInfra.Policies.Aws.Ssm;
using DrInfra.Recovery.Settings;

namespace DrInfra.Policies.Assessment;

/// <summary>Whether any resource is of a workload. Its manifest is none: it says what there should be.</summary>
internal sealed class WorkloadPresence(Estate estate, RecoverySettings settings)
{
    private readonly HashSet<string> _tagged =
        [.. estate.All.Where(node => node.Type != SsmTypes.Parameter || !Manifest.IsManifest(node)).Select(node => node.Workload).OfType<string>()];

    public bool Has(string workload) => _tagged.Contains(workload)
        || settings.Workloads.Where(entry => entry.Name == workload).SelectMany(entry => entry.Resources)
            .Any(pattern => estate.All.Any(node => node.Resource.Custom && UrnPattern.Matches(pattern, node.Urn)));
}
