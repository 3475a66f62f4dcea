using DrInfra.Infra.Components;
using DrInfra.Infra.Conventions;
using DrInfra.Infra.Settings;
using DrInfra.Recovery;

namespace DrInfra.Infra.Stacks;

/// <summary>
/// The standby's stack: the servers of the standby Region. It reads nothing of the primary, whose identities are computed, so it
/// can be previewed and updated while the primary Region is gone.
/// </summary>
internal static class StandbyStack
{
    public static IDictionary<string, object?> Declare(PlatformSettings settings)
    {
        var region = new RegionContext(settings, StackRole.Standby);
        var keys = new RegionalKeys($"keys-{region.Region}", new RegionalKeysArgs(region, HomeKeys.Of(settings, region)));
        var logKeyArn = keys.Arn(Belonging.Shared(settings), HomeKeys.Logs);
        var network = new RegionalNetwork(
            $"network-{region.Region}", new RegionalNetworkArgs(region, settings.StandbyNetwork, logKeyArn));

        var outputs = new StackOutputs(settings);
        foreach (var workload in settings.Workloads.Where(workload => workload.Tier.Strategy != Strategy.BackupRestore))
        {
            foreach (var database in workload.Databases)
            {
                outputs.Add(workload, database, new GlobalDatabase($"{workload.Name}-{database.Name}", new GlobalDatabaseArgs(
                    region, workload, database, network, keys.Arn(Belonging.To(workload), HomeKeys.Database), logKeyArn, null)));
            }
        }

        _ = new RecoveryManifests($"manifests-{region.Region}", new RecoveryManifestsArgs(region));
        return outputs.With(network);
    }
}
