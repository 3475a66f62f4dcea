using DrInfra.Recovery;
using DrInfra.Recovery.Facts;

namespace DrInfra.Infra.Routing;

/// <summary>How long resolvers may keep the name that clients use.</summary>
public static class RecordTtl
{
    /// <summary>
    /// Seconds: what AWS advises for records with a health check where the Region must be back within an hour, else the most that
    /// AWS's readiness rules take.
    /// </summary>
    public static int For(RecoveryTier tier) => (int)FactBook.Get(EndpointChecks.IsFast(tier) ? "r53-ttl-hc-record" : "arc-rule-ttl").Seconds!.Value;
}
