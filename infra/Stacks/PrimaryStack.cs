using DrInfra.Infra.Backup;
using DrInfra.Infra.Conventions;
using DrInfra.Infra.Data;
using DrInfra.Infra.Messaging;
using DrInfra.Infra.Operations;
using DrInfra.Infra.Permissions;
using DrInfra.Infra.Pipelines;
using DrInfra.Infra.Recovery;
using DrInfra.Infra.Routing;
using DrInfra.Infra.Security;
using DrInfra.Infra.Settings;
using Random = Pulumi.Random;

namespace DrInfra.Infra.Stacks;

/// <summary>
/// The primary's stack: the servers of the primary Region, and all serverless copies, those in the standby Region included, with
/// the keys that these need there; backups, plans and routing of the pair.
/// </summary>
internal static class PrimaryStack
{
    public static IDictionary<string, object?> Declare(PlatformSettings settings)
    {
        var home = new HomeRegion(settings, PrimaryKeys(settings));
        var standby = new RegionContext(settings, StackRole.Standby);
        var standbyKeys = new RegionalKeys($"keys-{standby.Region}", new RegionalKeysArgs(standby, StandbyKeys(settings, home.Keys)));
        var random = new Random.Provider("random");

        var outputs = new StackOutputs(settings);
        var hasCatalogues = settings.OwnsAccountDefaults && HasCatalogues(settings);
        CatalogueEncryption? Encryption(RegionContext region, RegionalKeys keys) => !hasCatalogues ? null : new(
            $"catalogue-encryption-{region.Region}", new CatalogueEncryptionArgs(region, keys.Arn(region.Shared, KeyParts.Catalogue)));
        var (homeEncryption, standbyEncryption) = (Encryption(home.Region, home.Keys), Encryption(standby, standbyKeys));
        foreach (var workload in settings.Workloads)
        {
            foreach (var wide in workload.WideColumns)
            {
                _ = new GlobalKeyspace($"{workload.Name}-{wide.Name}", new GlobalKeyspaceArgs(home.Region, workload, wide));
                outputs.Add("keyspaces", workload, wide, KeyspaceAddress.Of(settings.Identity, workload, wide));
            }

            if (!NeedsDataKey(workload))
            {
                continue;
            }

            var keyArn = home.Keys.Arn(Belonging.To(workload), KeyParts.Data);
            var standbyKeyArn = standbyKeys.Arn(Belonging.To(workload), KeyParts.Data);
            foreach (var database in workload.Databases)
            {
                outputs.Add(workload, database, home.Declare(
                    workload, database, new DatabaseCredentialsArgs(keyArn, standby.Region, standbyKeyArn, random)));
            }

            foreach (var table in workload.Tables)
            {
                outputs.Add("tables", workload, table, new GlobalTable(
                    $"{workload.Name}-{table.Name}", new GlobalTableArgs(
                        home.Region, workload, table, settings.WitnessRegion, keyArn, standbyKeyArn)).TableName);
            }

            var buckets = workload.Buckets.ToDictionary(bucket => bucket.Name, bucket => new ReplicatedBucket(
                $"{workload.Name}-{bucket.Name}", new ReplicatedBucketArgs(home.Region, standby, workload, bucket, keyArn, standbyKeyArn)));
            foreach (var bucket in workload.Buckets)
            {
                outputs.Add(workload, bucket, buckets[bucket.Name]);
            }

            foreach (var catalogue in workload.Catalogues)
            {
                _ = new Catalogue($"{workload.Name}-{catalogue.Name}", new CatalogueArgs(
                    workload, catalogue, buckets[catalogue.Of], home.Region, standby, homeEncryption, standbyEncryption));
            }
        }

        home.DeclareStreams(outputs);

        foreach (var workload in settings.Workloads)
        {
            foreach (var queue in workload.Queues)
            {
                _ = new WorkQueue($"{workload.Name}-{queue.Name}", new WorkQueueArgs(
                    home.Region,
                    standby,
                    workload,
                    queue,
                    home.Keys.Arn(Belonging.To(workload), KeyParts.Queues),
                    standbyKeys.Arn(Belonging.To(workload), KeyParts.Queues)));
                outputs.Add("queues", workload, queue, new Dictionary<string, object?>
                {
                    ["primary"] = QueueEnvironment.Addresses(settings.Identity, workload, queue, home.Region.Region),
                    ["standby"] = QueueEnvironment.Addresses(settings.Identity, workload, queue, standby.Region),
                });
            }
        }

        if (settings.WithPipelines.Any())
        {
            _ = new LeaseTable("leases", new LeaseTableArgs(
                home.Region,
                settings.WitnessRegion!,
                home.Keys.Arn(home.Region.Shared, KeyParts.Leases),
                standbyKeys.Arn(standby.Shared, KeyParts.Leases)));
        }

        var backup = new CrossRegionBackup("backup", new CrossRegionBackupArgs(
            new BackupSide(home.Region, settings.PrimaryNetwork.Zones, home.Keys.Arn(standby.Shared, KeyParts.Backup), home.Alerts.TopicArn),
            new BackupSide(standby, settings.StandbyNetwork.Zones, standbyKeys.Arn(standby.Shared, KeyParts.Backup), null),
            settings.Workloads,
            settings.RecoveryAccountId,
            settings.OwnsAccountDefaults));

        // The role that reports are written with comes into being with the first report plan, and a policy that names it cannot be
        // made before.
        home.ServeAndWatch(new OperationsBucketArgs(home.Region)
        {
            MoreStatements = [BucketPolicy.BackupReports(settings.AccountId, home.Region.Names.OperationsBucket(home.Region.Region))],
            PolicyAfter = [backup],
        });
        home.CopyOutside(outputs);
        WitnessRegion.Declare(settings);
        var plans = new RegionSwitch("region-switch", new RegionSwitchArgs(home.Region, settings.Workloads, settings.Operators));
        home.AdmitPlans(plans.Roles);
        _ = new FailoverRouting("failover-routing", new FailoverRoutingArgs(home.Region, settings.Workloads, plans.PlanArns));
        return outputs.With(home);
    }

    private static bool HasCatalogues(PlatformSettings settings) => settings.Workloads.Any(workload => workload.Catalogues.Any());

    private static List<KeyArgs> PrimaryKeys(PlatformSettings settings) =>
    [
        .. CopyKeys(settings, settings.Regions.Primary),
        .. CrossingWorkloads(settings).Select(belonging => new KeyArgs(belonging, KeyParts.Application) { MultiRegion = true }),
    ];

    private static List<KeyArgs> StandbyKeys(PlatformSettings settings, RegionalKeys primaryKeys) =>
    [
        .. CopyKeys(settings, settings.Regions.Standby),
        .. CrossingWorkloads(settings).Select(belonging => new KeyArgs(belonging, KeyParts.Application)
        {
            ReplicaOf = primaryKeys.Arn(belonging, KeyParts.Application),
        }),
    ];

    // What serverless copies and vaults are encrypted with, in either Region.
    private static IEnumerable<KeyArgs> CopyKeys(PlatformSettings settings, string region) =>
    [
        new(Belonging.Shared(settings), KeyParts.Backup),
        .. settings.WithPipelines.Any() ? [new KeyArgs(Belonging.Shared(settings), KeyParts.Leases)] : Array.Empty<KeyArgs>(),
        .. settings.OwnsAccountDefaults && HasCatalogues(settings)
            ? [new KeyArgs(Belonging.Shared(settings), KeyParts.Catalogue)] : Array.Empty<KeyArgs>(),
        .. settings.Workloads.Where(NeedsDataKey).Select(workload => new KeyArgs(Belonging.To(workload), KeyParts.Data)),

        // A key of their own, since SNS uses it as well.
        .. settings.Workloads.Where(workload => workload.Queues.Any()).Select(workload => new KeyArgs(Belonging.To(workload), KeyParts.Queues)
        {
            AlsoUsedBy = workload.Queues.Any(queue => queue.InBothRegions) ? [KeyUsers.Topics(settings.Identity, workload, region)] : [],
        }),
    ];

    // Keyspaces takes no key of ours for what is in two Regions.
    private static bool NeedsDataKey(WorkloadSettings workload) => workload.Stores.Any(store => store is not WideColumnStore);

    // The one kind of ciphertext that crosses Regions as it is: what an application encrypted before it stored it.
    private static IEnumerable<Belonging> CrossingWorkloads(PlatformSettings settings) =>
        settings.Workloads.Where(workload => workload.ClientSideEncryption).Select(Belonging.To);
}
