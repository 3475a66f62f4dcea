using DrInfra.Infra.Data;
using DrInfra.Recovery;
using DrInfra.Recovery.Facts;

namespace DrInfra.Infra.Backup;

/// <summary>How often a tier's stores are backed up, and in which generations the backups are kept.</summary>
public static class BackupSchedule
{
    /// <summary>
    /// Minutes within which a job starts after its scheduled time. The least that the service takes,
    /// stated because it would be 8 hours otherwise (gotcha 66).
    /// </summary>
    public static readonly int StartWindowMinutes = (int)FactBook.Number("backup-start-window-min");

    /// <summary>
    /// Minutes after the scheduled time at which an unfinished job is cancelled: a week, the service's own default,
    /// stated. The first backup of a large bucket takes days, and cancelling a slow job makes no
    /// backup fresher: lateness is what the alarms watch.
    /// </summary>
    public static readonly int CompletionWindowMinutes = (int)FactBook.Number("backup-completion-window-default");

    /// <summary>
    /// The shortest time that the air-gapped vaults keep anything: the least that the service takes.
    /// </summary>
    public static readonly int AirGapLeastDays = (int)FactBook.Number("backup-airgap-least");

    /// <summary>
    /// The longest time that they do: the longest generation and a margin. Low on purpose, since what is in them by mistake stays,
    /// and is paid for, until then. Both bounds are constants: other ones would need another vault.
    /// </summary>
    public const int AirGapMostDays = 400;

    private static readonly int FrequentDays = (int)FactBook.Number("backup-gfs-days");
    private static readonly int WeeklyDays = DaysOfWeek * (int)FactBook.Number("backup-gfs-weeks");
    private const int DaysOfWeek = 7;
    private const int MonthlyDays = 365;

    // A job and one copy of it. No source bounds it: an assumption of ours, which the operator's own assumption or evidence replaces
    // in the judgement.
    private static readonly TimeSpan JobAndCopy = TimeSpan.FromHours(2);

    // Longest first; an hour is the most frequent that a plan takes. The hours are such that each run of a rarer one is also a run of
    // the more frequent one, and databases have no hourly one: their copies are full ones, which would pile up (fact aurora-copy-full).
    // https://docs.aws.amazon.com/aws-backup/latest/devguide/plan-options-and-configuration.html
    private static IReadOnlyList<(TimeSpan Interval, string Name, string Schedule)> Intervals { get; } =
    [
        (TimeSpan.FromHours(24), "daily", "cron(0 5 ? * * *)"),
        (TimeSpan.FromHours(12), "every-12-hours", "cron(0 5/12 ? * * *)"),
        (TimeSpan.FromHours(4), "every-4-hours", "cron(0 1/4 ? * * *)"),
        (TimeSpan.FromHours(1), "hourly", "cron(0 * ? * * *)"),
    ];

    /// <summary>Whether copies must outlive the account: the tier promises anything for its loss.</summary>
    public static bool OutlivesAccount(RecoveryTier tier) => tier.For(Disruption.Account) != Objective.None;

    /// <summary>
    /// The shortest RPO that rests on backups: that for loss of the account, and that for loss of the Region where nothing
    /// replicates. Null = none; corruption is undone by point-in-time recovery.
    /// </summary>
    public static TimeSpan? TightestRpo(RecoveryTier tier)
    {
        var account = tier.For(Disruption.Account).Rpo;
        var region = tier.Strategy == Strategy.BackupRestore ? tier.For(Disruption.Region).Rpo : null;
        return new[] { account, region }.Where(rpo => rpo is not null).Min();
    }

    /// <summary>
    /// From the start of a job to the end of its last copy. A database has one in the other Region and one in an air-gapped vault, and
    /// copies of one cluster wait for each other (fact aurora-copies-queued).
    /// </summary>
    public static TimeSpan TimeToFinish(StoreKind kind) => kind == StoreKind.Database ? 2 * JobAndCopy : JobAndCopy;

    /// <summary>
    /// The longest interval with which interval, start window and <see cref="TimeToFinish"/> fit into <see cref="TightestRpo"/>: a
    /// day, 12, 4 or 1 hours, of a database 4 at least. A day without such an RPO; the shortest where none fits, which the judgement of
    /// the objectives shows.
    /// </summary>
    public static TimeSpan Interval(RecoveryTier tier, StoreKind kind) => Chosen(tier, kind).Interval;

    /// <summary>
    /// The generations: the frequent one where a day is too long, then days for as long as corruption may be unnoticed (7 at
    /// least), 4 weeks, and 12 months where the tier outlives the account. Where the start windows of two rules
    /// overlap, AWS Backup makes one backup and keeps it as long as the longer rule says.
    /// https://docs.aws.amazon.com/aws-backup/latest/devguide/about-backup-plans.html
    /// </summary>
    public static IReadOnlyList<BackupGeneration> Generations(RecoveryTier tier, StoreKind kind)
    {
        var (interval, name, schedule) = Chosen(tier, kind);
        var days = Retention.PointInTimeDays(tier);
        var generations = new List<BackupGeneration>();
        if (interval < Intervals[0].Interval)
        {
            generations.Add(new BackupGeneration(name, schedule, FrequentDays));
        }

        generations.Add(new BackupGeneration(Intervals[0].Name, Intervals[0].Schedule, days));
        generations.Add(new BackupGeneration("weekly", "cron(0 5 ? * SUN *)", Math.Max(WeeklyDays, days)));
        if (OutlivesAccount(tier))
        {
            generations.Add(new BackupGeneration("monthly", "cron(0 5 1 * ? *)", MonthlyDays));
        }

        return generations;
    }

    /// <summary>
    /// The continuous backup of a bucket, which can be restored to any second of its days (1 to 35, fact
    /// backup-continuous-retention). Half a day away from the other rules.
    /// </summary>
    public static BackupGeneration Continuous(RecoveryTier tier) =>
        new("continuous", "cron(0 17 ? * * *)", Retention.PointInTimeDays(tier));

    private static (TimeSpan Interval, string Name, string Schedule) Chosen(RecoveryTier tier, StoreKind kind)
    {
        if (TightestRpo(tier) is not { } rpo)
        {
            return Intervals[0];
        }

        var left = rpo - TimeSpan.FromMinutes(StartWindowMinutes) - TimeToFinish(kind);
        var choices = kind == StoreKind.Database ? Intervals.SkipLast(1).ToArray() : Intervals;
        return choices.Where(choice => choice.Interval <= left).DefaultIfEmpty(choices[^1]).First();
    }
}
