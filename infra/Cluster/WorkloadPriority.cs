using DrInfra.Recovery;

namespace DrInfra.Infra.Cluster;

/// <summary>Which pods go first where there is no room for all.</summary>
public static class WorkloadPriority
{
    // Below what Kubernetes keeps for itself: a thousand million and more.
    private const int Highest = 1_000_000;

    /// <summary>The priority of what starts the pipelines of all workloads: before any of their pods.</summary>
    public const int OfFollower = Highest + 1;

    /// <summary>The priority of a tier: the sooner its Region must be back, the higher. A tier that promises nothing has none.</summary>
    public static int Of(RecoveryTier tier) =>
        tier.For(Disruption.Region).Rto is { } rto ? Math.Max(1, Highest - (int)rto.TotalMinutes) : 0;
}
