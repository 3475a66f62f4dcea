using DrInfra.Recovery;
using DrInfra.Recovery.Facts;

namespace DrInfra.Infra.Data;

/// <summary>Whether a copy in the other Region must have a bound on how stale it is, and which.</summary>
public static class ReplicationBound
{
    /// <summary>
    /// Whether buckets replicate under S3 Replication Time Control: the only bound that S3 has (15 minutes by its SLA, fact s3-rtc-sla).
    /// Needed where an RPO for loss of the Region is promised and no backup copy keeps it.
    /// </summary>
    public static bool NeedsTimeControl(RecoveryTier tier) =>
        tier.Strategy != Strategy.BackupRestore && tier.For(Disruption.Region).Rpo is not null;

    /// <summary>
    /// Seconds of lag at which the primary database stops committing (<c>rds.global_db_rpo</c>); null = it never does.
    /// It is half of the RPO: the other half is left for what happens between the bound and the loss.
    /// </summary>
    public static int? DatabaseLagSeconds(RecoveryTier tier) => tier is { EnforceRpo: true, Strategy: not Strategy.BackupRestore }
        && tier.For(Disruption.Region).Rpo is { } rpo
        ? Math.Max((int)FactBook.Least("aurora-gdb-managed-rpo"), (int)(rpo.TotalSeconds / 2))
        : null;
}
