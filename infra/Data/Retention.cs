using DrInfra.Recovery;
using DrInfra.Recovery.Facts;

namespace DrInfra.Infra.Data;

/// <summary>How long old states are kept, so that corruption can be undone.</summary>
public static class Retention
{
    /// <summary>
    /// Never fewer days than this: damage done on a Friday evening is found by people on Monday. An assumption of ours, on top of
    /// what the tier asks for.
    /// </summary>
    public const int LeastDays = 7;

    /// <summary>
    /// Days that continuous backups reach back: the tier's window for corruption (noticing, deciding, restoring) rounded up and a
    /// day more, since the oldest day is not whole. 7 to 35, the most that Aurora and DynamoDB keep.
    /// </summary>
    public static int PointInTimeDays(RecoveryTier tier) =>
        Math.Clamp(WindowDays(tier), LeastDays, (int)FactBook.Most("aurora-backup-retention"));

    /// <summary>
    /// Days for which overwritten and deleted object versions are kept: the window as for <see cref="PointInTimeDays"/> without its
    /// upper bound, and not less than the lock, which would keep them anyway.
    /// </summary>
    public static int NoncurrentVersionDays(RecoveryTier tier) =>
        Math.Max(Math.Max(WindowDays(tier), LeastDays), tier.ImmutableDays);

    /// <summary>
    /// Hours that records of a stream are kept: the window as for <see cref="PointInTimeDays"/>, without its upper bound. Consumers that have
    /// processed wrongly read again from before the damage.
    /// </summary>
    public static int StreamHours(RecoveryTier tier) => Math.Max(WindowDays(tier), LeastDays) * (UnitsOfTime.Day / UnitsOfTime.Hour);

    private static int WindowDays(RecoveryTier tier) => (int)Math.Ceiling(tier.CorruptionWindow.TotalDays) + 1;
}
