using DrInfra.Infra.Components;
using DrInfra.Infra.Conventions;
using DrInfra.Infra.Settings;
using Random = Pulumi.Random;

namespace DrInfra.Infra.Stacks;

/// <summary>
/// The primary's stack: the servers of the primary Region, and all serverless copies, those in the standby Region included, with
/// the keys that these need there.
/// </summary>
internal static class PrimaryStack
{
    public static IDictionary<string, object?> Declare(PlatformSettings settings)
    {
        var primary = new RegionContext(settings, StackRole.Primary);
        var standby = new RegionContext(settings, StackRole.Standby);
        var random = new Random.Provider("random");

        var keys = new RegionalKeys($"keys-{primary.Region}", new RegionalKeysArgs(primary, PrimaryKeys(settings, primary)));
        var standbyKeys = new RegionalKeys($"keys-{standby.Region}", new RegionalKeysArgs(standby, StandbyKeys(settings, keys)));
        var logKeyArn = keys.Arn(Belonging.Shared(settings), HomeKeys.Logs);
        var network = new RegionalNetwork(
            $"network-{primary.Region}", new RegionalNetworkArgs(primary, settings.PrimaryNetwork, logKeyArn));

        var outputs = new StackOutputs(settings);
        foreach (var workload in settings.Workloads)
        {
            var belonging = Belonging.To(workload);
            var keyArn = keys.Arn(belonging, HomeKeys.Data);
            var standbyKeyArn = standbyKeys.Arn(belonging, HomeKeys.Data);
            foreach (var database in workload.Databases)
            {
                outputs.Add(workload, database, new GlobalDatabase($"{workload.Name}-{database.Name}", new GlobalDatabaseArgs(
                    primary, workload, database, network, keys.Arn(belonging, HomeKeys.Database), logKeyArn,
                    new DatabaseCredentialsArgs(keyArn, standby.Region, standbyKeyArn, random))));
            }

            foreach (var table in workload.Tables)
            {
                outputs.Add(workload, table, new GlobalTable(
                    $"{workload.Name}-{table.Name}", new GlobalTableArgs(primary, workload, table, keyArn, standbyKeyArn)));
            }

            foreach (var bucket in workload.Buckets)
            {
                outputs.Add(workload, bucket, new ReplicatedBucket(
                    $"{workload.Name}-{bucket.Name}",
                    new ReplicatedBucketArgs(primary, standby, workload, bucket, keyArn, standbyKeyArn)));
            }
        }

        _ = new RecoveryManifests($"manifests-{primary.Region}", new RecoveryManifestsArgs(primary));
        return outputs.With(network);
    }

    private static List<KeyArgs> PrimaryKeys(PlatformSettings settings, RegionContext primary) =>
    [
        .. HomeKeys.Of(settings, primary),
        .. DataKeys(settings),
        .. CrossingWorkloads(settings).Select(belonging => new KeyArgs(belonging, HomeKeys.Application) { MultiRegion = true }),
    ];

    private static List<KeyArgs> StandbyKeys(PlatformSettings settings, RegionalKeys primaryKeys) =>
    [
        .. DataKeys(settings),
        .. CrossingWorkloads(settings).Select(belonging => new KeyArgs(belonging, HomeKeys.Application)
        {
            ReplicaOf = primaryKeys.Arn(belonging, HomeKeys.Application),
        }),
    ];

    private static IEnumerable<KeyArgs> DataKeys(PlatformSettings settings) =>
        settings.Workloads.Select(workload => new KeyArgs(Belonging.To(workload), HomeKeys.Data));

    // The one kind of ciphertext that crosses Regions as it is: what an application encrypted before it stored it.
    private static IEnumerable<Belonging> CrossingWorkloads(PlatformSettings settings) =>
        settings.Workloads.Where(workload => workload.ClientSideEncryption).Select(Belonging.To);
}
