using DrInfra.Policies.Aws.Eks;
using DrInfra.Policies.Aws.RegionSwitch;
using DrInfra.Policies.Kubernetes;
using DrInfra.Recovery.Facts;
using DrInfra.Recovery.Figures;

namespace DrInfra.Policies.Assessment;

/// <summary>What is particular to a deployment among what keeps servers running: its cluster has a say in how many pods there can be.</summary>
internal sealed record PodGroup(Estate Estate, Deployment Deployment)
{
    /// <summary>
    /// How many stand when nothing happens: an autoscaler takes them down to its least, unless it has nothing to scale by and only keeps them
    /// within its bounds.
    /// </summary>
    public double Standing => Deployment.Scaler is null || StandsStill is not { IsUnknown: false } ? Deployment.Least
        : Math.Clamp(Deployment.Replicas.Number ?? 1, Deployment.Least, Math.Max(Deployment.Least, Deployment.Most));

    /// <summary>Why its autoscaler does not raise it when load comes; null where it does.</summary>
    public Reason? StandsStill => PodScaling.Fault(Estate, Deployment);

    /// <summary>Why its pods get no clients; null where they do.</summary>
    public Reason? Unregistered => PodTargets.In(Estate).Unregistered(Deployment.Node);

    /// <summary>In how many zones its nodes may be; null where that is not known.</summary>
    public int? Zones => NodeCapacity.Zones(Estate, Deployment.Node);

    /// <summary>Why there are never as many; null where nothing refuses them.</summary>
    public Reason? Refuses(double count) => PodRoom.Refuses(Estate, Deployment.Node, count);

    /// <summary>The entry of a plan's step that raises it in a disaster; null where none does.</summary>
    public PodScalingStep? RaisedBy(IReadOnlyList<PlanStep> steps) => Entries(steps).FirstOrDefault(entry => entry.Fault(Estate, Deployment) is null);

    /// <summary>Why the entries that name it do not raise it; null where none names it, or one does.</summary>
    public Reason? NotRaisedBy(IReadOnlyList<PlanStep> steps) => RaisedBy(steps) is not null ? null
        : Reason.Deciding(Entries(steps).Select(entry => entry.Fault(Estate, Deployment)).OfType<Reason>());

    /// <summary>Whether a step names it.</summary>
    public bool IsNamedBy(PlanStep step) => Entries([step]).Any();

    /// <summary>That nodes of EKS Auto Mode are replaced as a matter of course.</summary>
    public IReadOnlyList<Source> Routine => PodClusters.In(Estate).Of(Deployment.Node) is { } cluster && new EksCluster(cluster).IsAutoMode == true
        ? [FactBook.Get("eks-auto-node-lifetime").ToSource()]
        : [];

    private IEnumerable<PodScalingStep> Entries(IReadOnlyList<PlanStep> steps) =>
        PlannedPods.In(Estate).Of(Deployment.Node).Where(entry => steps.Any(step => step.IsSame(entry.Step)));
}
