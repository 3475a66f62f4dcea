using DrInfra.Recovery;

namespace DrInfra.Infra.Backup;

/// <summary>How often a sample of the backups is restored.</summary>
/// <param name="Name">Part of the plan's name.</param>
/// <param name="Schedule">A cron expression in UTC, away from the backups.</param>
/// <param name="SelectionWindowDays">How old the backup may be that is restored, in days; not less than the time between two tests.</param>
public sealed record RestoreTestFrequency(string Name, string Schedule, int SelectionWindowDays)
{
    /// <summary>On Wednesdays.</summary>
    public static RestoreTestFrequency Weekly { get; } = new("weekly", "cron(0 9 ? * WED *)", 7);

    /// <summary>On the 15th.</summary>
    public static RestoreTestFrequency Monthly { get; } = new("monthly", "cron(0 9 15 * ? *)", 31);

    /// <summary>
    /// The frequency of a tier: whoever cannot wait a day for the next backup cannot wait a month to hear that backups are
    /// unreadable.
    /// </summary>
    public static RestoreTestFrequency Of(RecoveryTier tier) =>
        StoreKind.All.Any(kind => BackupSchedule.Interval(tier, kind) < TimeSpan.FromDays(1)) ? Weekly : Monthly;
}
