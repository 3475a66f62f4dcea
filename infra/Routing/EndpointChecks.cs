using DrInfra.Recovery;
using DrInfra.Recovery.Facts;

namespace DrInfra.Infra.Routing;

/// <summary>How often Route 53 tries an endpoint, and how often it must fail.</summary>
public static class EndpointChecks
{
    /// <summary>Failures in a row that count: as many as the service takes by itself.</summary>
    public static readonly int FailureThreshold = (int)FactBook.Number("r53-hc-threshold-default");

    /// <summary>Whether the Region must be back within an hour, so that seconds of detection matter.</summary>
    public static bool IsFast(RecoveryTier tier) => tier.For(Disruption.Region).Rto is { } rto && rto <= TimeSpan.FromHours(1);

    /// <summary>Seconds between two tries: the shorter one where seconds matter, which costs extra, else the longer one; there is no other.</summary>
    public static int IntervalSeconds(RecoveryTier tier)
    {
        var allowed = FactBook.Get("r53-hc-interval-allowed");
        return (int)(IsFast(tier) ? allowed.Minimum! : allowed.Maximum!).Value;
    }

    /// <summary>The time until a change of health counts.</summary>
    public static TimeSpan ConvergesWithin(RecoveryTier tier) => TimeSpan.FromSeconds(IntervalSeconds(tier) * FailureThreshold);
}
