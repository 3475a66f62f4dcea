using DrInfra.Infra.Conventions;
using DrInfra.Infra.Security;
using DrInfra.Infra.Serving;
using DrInfra.Infra.Settings;

namespace DrInfra.Infra.Stacks;

/// <summary>The keys of what a Region's servers store; either stack declares those of its own Region.</summary>
internal static class HomeKeys
{
    /// <summary>The part of a workload's key for its tables, buckets and secrets.</summary>
    public const string Data = "data";

    /// <summary>The part of a workload's key for its clusters.</summary>
    public const string Database = "database";

    /// <summary>The part of a workload's key that its application encrypts with itself.</summary>
    public const string Application = "application";

    /// <summary>The part of the shared key for log groups.</summary>
    public const string Logs = "logs";

    /// <summary>The part of the shared key for the alert topic.</summary>
    public const string Alerts = "alerts";

    /// <summary>The part of the shared key for the volumes of servers.</summary>
    public const string Volumes = "volumes";

    /// <summary>The part of the shared key for the backup vault.</summary>
    public const string Backup = "backup";

    /// <summary>
    /// Keys for logs, alerts and volumes, and one per workload with a database: also where no cluster stands by, because the one that is restored there
    /// needs it.
    /// </summary>
    public static List<KeyArgs> Of(PlatformSettings settings, RegionContext region)
    {
        return
        [
            new KeyArgs(Belonging.Shared(settings), Logs) { AlsoUsedBy = [KeyUsers.Logs(region)] },
            new KeyArgs(Belonging.Shared(settings), Alerts) { AlsoUsedBy = [KeyUsers.Alerts(region), KeyUsers.Events] },
            new KeyArgs(Belonging.Shared(settings), Volumes) { AlsoUsedBy = ServingCapacity.VolumeKeyUse(region) },
            .. settings.Workloads
                .Where(workload => workload.Databases.Any())
                .Select(workload => new KeyArgs(Belonging.To(workload), Database)),
        ];
    }
}
