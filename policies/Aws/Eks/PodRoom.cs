using DrInfra.Policies.Kubernetes;

namespace DrInfra.Policies.Aws.Eks;

/// <summary>Why a cluster never runs as many pods as are needed.</summary>
internal static class PodRoom
{
    /// <summary>What refuses them: the quota of their namespace, the limits of the nodes, or the pods each other; null where nothing does.</summary>
    public static Reason? Refuses(Estate estate, Node pods, double count) =>
        Reason.Deciding(new[]
        {
            Quotas.In(estate).Refuses(pods, count), NodeCapacity.Refuses(estate, pods, count), PodSpread.Refuses(estate, pods, count),
        }.OfType<Reason>());
}
