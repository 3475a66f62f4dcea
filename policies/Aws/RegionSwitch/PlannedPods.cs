using DrInfra.Policies.Kubernetes;

namespace DrInfra.Policies.Aws.RegionSwitch;

/// <summary>Which pods the plans of an estate scale.</summary>
internal sealed class PlannedPods
{
    private readonly Estate _estate;
    private readonly ILookup<(string? Namespace, string? Name), PodScalingStep> _byName;

    private PlannedPods(Estate estate)
    {
        _estate = estate;
        All = [.. estate.OfType(RegionSwitchTypes.Plan).SelectMany(PodScalingStep.Of)];
        _byName = All.ToLookup(step => (step.Namespace, step.Name));
    }

    /// <summary>Every entry of every step.</summary>
    public IReadOnlyList<PodScalingStep> All { get; }

    public static PlannedPods In(Estate estate) => estate.Once(static estate => new PlannedPods(estate));

    /// <summary>The entries that name a deployment.</summary>
    public IReadOnlyList<PodScalingStep> Of(Node pods) =>
        [.. _byName[(Pods.NamespaceOf(pods), pods["metadata"]["name"].Text)].Where(step => step.Names(_estate, pods))];
}
