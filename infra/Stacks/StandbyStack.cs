using DrInfra.Infra.Backup;
using DrInfra.Infra.Conventions;
using DrInfra.Infra.Operations;
using DrInfra.Infra.Settings;
using DrInfra.Recovery;
using Pulumi;

namespace DrInfra.Infra.Stacks;

/// <summary>
/// The standby's stack: the servers of the standby Region. It reads nothing of the primary, whose identities are computed, so it
/// can be previewed and updated while the primary Region is gone.
/// </summary>
internal static class StandbyStack
{
    public static IDictionary<string, object?> Declare(PlatformSettings settings)
    {
        var home = new HomeRegion(settings, []);
        var outputs = new StackOutputs(settings);
        foreach (var workload in settings.Workloads.Where(workload => workload.Tier.Strategy != Strategy.BackupRestore))
        {
            foreach (var database in workload.Databases)
            {
                outputs.Add(workload, database, home.Declare(workload, database, null));
            }
        }

        home.DeclareStreams(outputs);

        // The tables are the primary's, and here as well; clients of this Region are told where.
        foreach (var workload in settings.Workloads)
        {
            foreach (var wide in workload.WideColumns)
            {
                outputs.Add("keyspaces", workload, wide, KeyspaceAddress.Of(settings.Identity, workload, wide));
            }
        }

        home.ServeAndWatch(new OperationsBucketArgs(home.Region));
        home.CopyOutside(outputs);
        home.AdmitPlans(new Dictionary<string, Resource>());
        _ = new RestoreTarget($"restore-target-{home.Region.Region}", new RestoreTargetArgs(home.Region, settings.Workloads, home.Network));
        return outputs.With(home);
    }
}
