using DrInfra.Recovery;

namespace DrInfra.Infra.Derivations;

/// <summary>How often Route 53 tries an endpoint, and how often it must fail.</summary>
public static class EndpointChecks
{
    /// <summary>Failures in a row that count (fact r53-hc-threshold-default).</summary>
    public const int FailureThreshold = 3;

    /// <summary>Whether the Region must be back within an hour, so that seconds of detection matter.</summary>
    public static bool IsFast(RecoveryTier tier) => tier.For(Disruption.Region).Rto is { } rto && rto <= TimeSpan.FromHours(1);

    /// <summary>Seconds between two tries: 10 where seconds matter, which costs extra, else 30; there is no other (fact r53-hc-interval-allowed).</summary>
    public static int IntervalSeconds(RecoveryTier tier) => IsFast(tier) ? 10 : 30;

    /// <summary>The time until a change of health counts (facts r53-detect-fast, r53-detect-standard).</summary>
    public static TimeSpan ConvergesWithin(RecoveryTier tier) => TimeSpan.FromSeconds(IntervalSeconds(tier) * FailureThreshold);
}
