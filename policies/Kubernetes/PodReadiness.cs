using DrInfra.Recovery.Facts;

namespace DrInfra.Policies.Kubernetes;

/// <summary>When a container that has started counts as ready: after the first answers to its readiness probe.</summary>
/// <param name="Probe">The probe of the container.</param>
internal readonly record struct PodReadiness(Prop Probe)
{
    /// <summary>Seconds until the first probe, and until as many succeeded as are asked for, where each does.</summary>
    public double Seconds => (Probe["initialDelaySeconds"].Number ?? 0)
        + ((Probe["periodSeconds"].Number ?? FactBook.Seconds("k8s-probe-period-default")) * (Probe["successThreshold"].Number ?? 1));

    public static IEnumerable<PodReadiness> Of(Node pods) =>
        PodRequests.Running(pods).Select(container => container["readinessProbe"]).Where(probe => probe.IsStated() && !probe.IsUnknown)
            .Select(probe => new PodReadiness(probe));
}
