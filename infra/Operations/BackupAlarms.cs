using DrInfra.Infra.Backup;
using DrInfra.Infra.Conventions;
using DrInfra.Infra.Settings;
using DrInfra.Recovery;
using DrInfra.Recovery.Facts;

namespace DrInfra.Infra.Operations;

/// <summary>
/// The alarms on a Region's backups. AWS Backup counts jobs by vault and kind of resource, where a frequent job would hide a missing one: the
/// age is told store by store, from the events of its copies (<see cref="EventRules"/>).
/// </summary>
public static class BackupAlarms
{
    private const string Namespace = "AWS/Backup";
    private const int Hour = UnitsOfTime.Hour;

    private static readonly int MostHours = (int)FactBook.Seconds("cw-eval-max-hours") / Hour;

    /// <summary>The alarms of the Region's vault: what no event is sent of, or too late.</summary>
    public static IReadOnlyList<AlarmSpec> Shared(PairIdentity pair, string region)
    {
        var vault = pair.Names.BackupVault("backup", region);
        return [Count("restores-failed", "NumberOfRestoreJobsFailed", vault, "A restore, or a test of one, failed")];
    }

    /// <summary>The alarms on the age of the copies of a workload's stores that a Region backs up, each by its own schedule.</summary>
    public static IReadOnlyList<AlarmSpec> For(PairIdentity pair, WorkloadSettings workload, string region) =>
        [.. EventRules.BackedUp(workload, pair.Regions.RoleOf(region)).Select(one => Age(pair, workload, one.Store, one.Kind, region))];

    /// <summary>
    /// Hours without a completed copy of a store that are too many: the interval of its tier, a start window and the time to finish.
    /// 1 to 168.
    /// </summary>
    public static int HoursWithout(RecoveryTier tier, StoreKind kind)
    {
        var latest = BackupSchedule.Interval(tier, kind) + TimeSpan.FromMinutes(BackupSchedule.StartWindowMinutes) + BackupSchedule.TimeToFinish(kind);
        return Math.Clamp((int)Math.Ceiling(latest.TotalHours), 1, MostHours);
    }

    private static AlarmSpec Count(string part, string metric, string vault, string description) => new()
    {
        Part = part,
        Description = $"{description}, of vault {vault}",
        Namespace = Namespace,
        Metric = metric,
        Dimensions = new Dictionary<string, string> { ["BackupVaultName"] = vault },
        Statistic = "Sum",
        Threshold = 0,
        PeriodSeconds = Hour,
    };

    private static AlarmSpec Age(PairIdentity pair, WorkloadSettings workload, StoreSettings store, StoreKind kind, string region)
    {
        var hours = HoursWithout(workload.Tier, kind);
        return new()
        {
            Part = $"{store.Name}-backup-age",
            Description = $"No backup of {store.Name} of {workload.Name} was copied to the other Region within {hours} hours",
            Namespace = "AWS/Events",
            Metric = "TriggeredRules",
            Dimensions = new Dictionary<string, string> { ["RuleName"] = pair.Names.EventRule(workload.Name, EventRules.CopiedPart(store), region) },
            Statistic = "Sum",
            Comparison = "LessThanThreshold",
            Threshold = 1,
            PeriodSeconds = Hour,
            Periods = hours,

            // A schedule that stopped sends no event at all.
            Missing = MissingData.Breaching,
        };
    }
}
