using DrInfra.Infra.Conventions;
using DrInfra.Infra.Settings;
using DrInfra.Recovery;

namespace DrInfra.Infra.Derivations;

/// <summary>
/// The alarms on a Region's backup vault. AWS Backup counts jobs by vault and kind of resource, not by workload (dimensions
/// BackupVaultName, and BackupVaultName with ResourceType, in the namespace AWS/Backup), so the workloads share them.
/// </summary>
public static class BackupAlarms
{
    private const string Namespace = "AWS/Backup";
    private const int Hour = 3600;

    // The whole evaluation may be seven days where a period is an hour or longer (CloudWatch API, PutMetricAlarm; the older bound
    // of one day, fact cw-eval-max, holds for shorter periods).
    private const int MostHours = 168;

    /// <summary>The alarms of the Region's vault.</summary>
    public static IReadOnlyList<AlarmSpec> For(PlatformSettings settings, string region)
    {
        var vault = new Names(settings).BackupVault("backup", region);
        return
        [
            Count("backup-jobs-failed", "NumberOfBackupJobsFailed", vault, "A backup job failed"),
            Count("backup-jobs-expired", "NumberOfBackupJobsExpired", vault, "A backup job did not start within its window"),
            Count("backup-copies-failed", "NumberOfCopyJobsFailed", vault, "A backup was not copied"),
            Count("restores-failed", "NumberOfRestoreJobsFailed", vault, "A restore, or a test of one, failed"),
            .. Kinds(settings, region).Select(kind => Age(kind, vault, HoursWithout(settings, region, kind))),
        ];
    }

    /// <summary>The parts of the names of the alarms that concern a workload in a Region.</summary>
    public static IReadOnlyList<string> PartsFor(PlatformSettings settings, WorkloadSettings workload, string region) =>
    [
        "backup-jobs-failed", "backup-jobs-expired", "backup-copies-failed", "restores-failed",
        .. Kinds(settings, workload, region).Select(AgePart),
    ];

    /// <summary>
    /// Hours without a completed backup of a kind that are too many in a Region: the shortest interval of the workloads with such
    /// stores there, a start window and the time to finish. 1 to 168.
    /// </summary>
    public static int HoursWithout(PlatformSettings settings, string region, StoreKind kind) => settings.Workloads
        .Where(workload => kind.IsIn(settings.Regions.RoleOf(region), workload))
        .Min(workload => HoursFor(workload.Tier, kind));

    private static int HoursFor(RecoveryTier tier, StoreKind kind)
    {
        var latest = BackupSchedule.Interval(tier, kind) + TimeSpan.FromMinutes(BackupSchedule.StartWindowMinutes) + BackupSchedule.TimeToFinish(kind);
        return Math.Clamp((int)Math.Ceiling(latest.TotalHours), 1, MostHours);
    }

    private static IEnumerable<StoreKind> Kinds(PlatformSettings settings, string region) =>
        StoreKind.All.Where(kind => settings.Workloads.Any(workload => kind.IsIn(settings.Regions.RoleOf(region), workload)));

    private static IEnumerable<StoreKind> Kinds(PlatformSettings settings, WorkloadSettings workload, string region) =>
        StoreKind.All.Where(kind => kind.IsIn(settings.Regions.RoleOf(region), workload));

    private static string AgePart(StoreKind kind) => $"backup-age-{kind.Name}";

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

    private static AlarmSpec Age(StoreKind kind, string vault, int hours) => new()
    {
        Part = AgePart(kind),
        Description = $"No backup of a {kind.Name} completed within {hours} hours, into vault {vault}",
        Namespace = Namespace,
        Metric = "NumberOfBackupJobsCompleted",
        Dimensions = new Dictionary<string, string> { ["BackupVaultName"] = vault, ["ResourceType"] = kind.ResourceType },
        Statistic = "Sum",
        Comparison = "LessThanThreshold",
        Threshold = 1,
        PeriodSeconds = Hour,
        Periods = hours,

        // A schedule that stopped reports nothing at all.
        Missing = MissingData.Breaching,
    };
}
