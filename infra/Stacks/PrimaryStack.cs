using DrInfra.Infra.Backup;
using DrInfra.Infra.Conventions;
using DrInfra.Infra.Data;
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

            foreach (var bucket in workload.Buckets)
            {
                outputs.Add(workload, bucket, new ReplicatedBucket(
                    $"{workload.Name}-{bucket.Name}",
                    new ReplicatedBucketArgs(home.Region, standby, workload, bucket, keyArn, standbyKeyArn)));
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
        WitnessRegion.Declare(settings);
        var plans = new RegionSwitch("region-switch", new RegionSwitchArgs(home.Region, settings.Workloads, settings.Operators));
        home.AdmitPlans(plans.Roles);
        _ = new FailoverRouting("failover-routing", new FailoverRoutingArgs(home.Region, settings.Workloads, plans.PlanArns));
        return outputs.With(home);
    }

    private static List<KeyArgs> PrimaryKeys(PlatformSettings settings) =>
    [
        .. CopyKeys(settings),
        .. CrossingWorkloads(settings).Select(belonging => new KeyArgs(belonging, KeyParts.Application) { MultiRegion = true }),
    ];

    private static List<KeyArgs> StandbyKeys(PlatformSettings settings, RegionalKeys primaryKeys) =>
    [
        .. CopyKeys(settings),
        .. CrossingWorkloads(settings).Select(belonging => new KeyArgs(belonging, KeyParts.Application)
        {
            ReplicaOf = primaryKeys.Arn(belonging, KeyParts.Application),
        }),
    ];

    // What serverless copies and vaults are encrypted with, in either Region.
    private static IEnumerable<KeyArgs> CopyKeys(PlatformSettings settings) =>
    [
        new(Belonging.Shared(settings), KeyParts.Backup),
        .. settings.WithPipelines.Any() ? [new KeyArgs(Belonging.Shared(settings), KeyParts.Leases)] : Array.Empty<KeyArgs>(),
        .. settings.Workloads.Where(NeedsDataKey).Select(workload => new KeyArgs(Belonging.To(workload), KeyParts.Data)),
    ];

    // Keyspaces takes no key of ours for what is in two Regions.
    private static bool NeedsDataKey(WorkloadSettings workload) => workload.Stores.Any(store => store is not WideColumnStore);

    // The one kind of ciphertext that crosses Regions as it is: what an application encrypted before it stored it.
    private static IEnumerable<Belonging> CrossingWorkloads(PlatformSettings settings) =>
        settings.Workloads.Where(workload => workload.ClientSideEncryption).Select(Belonging.To);
}
