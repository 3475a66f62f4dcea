using DrInfra.Recovery;

namespace DrInfra.Infra.Derivations;

/// <summary>How long resolvers may keep the name that clients use.</summary>
public static class RecordTtl
{
    /// <summary>
    /// Seconds: 60 where the Region must be back within an hour (what AWS advises for records with a health check, fact
    /// r53-ttl-hc-record), else 300 (the most that AWS's readiness rules take, fact arc-rule-ttl).
    /// </summary>
    public static int For(RecoveryTier tier) => EndpointChecks.IsFast(tier) ? 60 : 300;
}
