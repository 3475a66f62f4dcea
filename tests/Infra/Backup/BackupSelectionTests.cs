using System.Collections.Immutable;
using System.IO.Enumeration;
using DrInfra.Infra.Conventions;
using DrInfra.Infra.Data;
using DrInfra.Infra.Network;
using DrInfra.Infra.Settings;
using DrInfra.Tests.Infra.Settings;
using Pulumi;
using Random = Pulumi.Random;

namespace DrInfra.Tests.Infra.Backup;

/// <summary>What the selections take, worked out from the ARNs and tags of the stores that the other components declare.</summary>
public class BackupSelectionTests
{
    private const string Selection = "aws:backup/selection:Selection";

    [Fact]
    public async Task Selections_TakeEveryStoreOfEveryRegionAndNothingElse()
    {
        var resources = await ResourcesAsync();
        var selections = (await BackupDeclarations.OfAsync(null)).Of(Selection);

        // By plan, since a bucket is in two of them.
        var taken = selections
            .SelectMany(selection => resources.Where(resource => Takes(selection, resource)).Select(resource => (selection.Name, resource.Name)))
            .Order()
            .ToList();

        Assert.Equal(
            [
                ("lake-bucket-backup-selection-eu-central-1", "raw in eu-central-1"),
                ("lake-bucket-backup-selection-eu-west-1", "raw in eu-west-1"),
                ("lake-bucket-continuous-backup-selection-eu-central-1", "raw in eu-central-1"),
                ("lake-bucket-continuous-backup-selection-eu-west-1", "raw in eu-west-1"),
                ("lake-database-backup-selection-eu-central-1", "catalogue in eu-central-1"),
                ("lake-database-backup-selection-eu-west-1", "catalogue in eu-west-1"),
                ("lake-table-backup-selection-eu-central-1", "index in eu-central-1"),
                ("lake-table-backup-selection-eu-west-1", "index in eu-west-1"),
                ("ledger-database-backup-selection-eu-central-1", "journal in eu-central-1"),
                ("ledger-database-backup-selection-eu-west-1", "journal in eu-west-1"),
                ("ledger-table-backup-selection-eu-central-1", "requests in eu-central-1"),
                ("ledger-table-backup-selection-eu-west-1", "requests in eu-west-1"),
                ("reporting-bucket-backup-selection-eu-central-1", "extracts in eu-central-1"),
                ("reporting-bucket-backup-selection-eu-west-1", "extracts in eu-west-1"),
                ("reporting-bucket-continuous-backup-selection-eu-central-1", "extracts in eu-central-1"),
                ("reporting-bucket-continuous-backup-selection-eu-west-1", "extracts in eu-west-1"),
                ("reporting-database-backup-selection-eu-west-1", "reports in eu-west-1"),
                ("reporting-table-backup-selection-eu-west-1", "drafts in eu-west-1"),
            ],
            taken);

        // No selection is empty, and no store is left out.
        Assert.Equal(
            selections.Select(selection => selection.Name).Order(StringComparer.Ordinal), taken.Select(pair => pair.Item1).Order(StringComparer.Ordinal));
        Assert.Equal(
            resources.Where(resource => resource.IsStore).Select(resource => resource.Name).Order(StringComparer.Ordinal),
            taken.Select(pair => pair.Item2).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Selections_TakeNothingOfAnotherPair()
    {
        var others = await ResourcesAsync(("pair", "second"));
        var selections = (await BackupDeclarations.OfAsync(null)).Of(Selection);

        Assert.NotEmpty(others);
        Assert.DoesNotContain(selections, selection => others.Any(resource => Takes(selection, resource)));
    }

    // The Region's own role: a plan works in one Region, and its role may back up there.
    [Fact]
    public async Task Selection_UsesTheRoleOfItsRegion() => Assert.All(
        (await BackupDeclarations.OfAsync(null)).Of(Selection),
        selection =>
        {
            Assert.Equal($"arn:shared-backup-role-{BackupDeclarations.RegionOf(selection)}", selection["iamRoleArn"]);
            Assert.Equal(selection.Name.Change("-backup-selection-", "-backup-plan-") + "-id", selection["planId"]);
        });

    private static bool Takes(Declaration selection, BackedUp resource)
    {
        var patterns = BackupDeclarations.Texts(selection["resources"]);
        var conditions = ((ImmutableArray<object>)selection["conditions[0].stringEquals"]!).Cast<ImmutableDictionary<string, object>>().ToList();
        Assert.NotEmpty(conditions);
        Assert.Null(selection["conditions[1]"]);
        return BackupDeclarations.RegionOf(selection) == resource.Region
            && patterns.Any(pattern => FileSystemName.MatchesSimpleExpression(pattern, resource.Arn, ignoreCase: false))
            && conditions.All(condition =>
            {
                const string prefix = "aws:ResourceTag/";
                var key = (string)condition["key"];
                Assert.StartsWith(prefix, key, StringComparison.Ordinal);
                return resource.Tags.TryGetValue(key[prefix.Length..], out var value) && Equals(value, condition["value"]);
            });
    }

    /// <summary>What AWS Backup could see of both stacks: stores, and beside them what carries the same tags.</summary>
    private static async Task<IReadOnlyList<BackedUp>> ResourcesAsync(params (string Key, string? Value)[] changes)
    {
        var settings = Configurations.PrimarySettings(changes);
        var primary = await Declarations.OfAsync(() => DeclareStores(settings));
        var standby = await Declarations.OfAsync(() => DeclareStores(Configurations.StandbySettings(changes)));
        var stores = settings.Workloads.SelectMany(workload => workload.Stores.Select(store => store.Name)).ToList();
        return [.. primary.All.Concat(standby.All).SelectMany(declaration => Seen(declaration, settings, stores))];
    }

    private static IEnumerable<BackedUp> Seen(Declaration declaration, PlatformSettings settings, List<string> stores)
    {
        if (declaration["tags"] is not ImmutableDictionary<string, object> tags)
        {
            yield break;
        }

        var region = BackupDeclarations.RegionOf(declaration);
        var store = stores.FirstOrDefault(name => declaration.Name.Contains($"-{name}-", StringComparison.Ordinal));
        switch (declaration.Type)
        {
            case "aws:rds/cluster:Cluster":
                yield return new(store!, region, Arns.Cluster(region, settings.AccountId, (string)declaration["clusterIdentifier"]!), tags, true);
                break;
            case "aws:dynamodb/table:Table":
                var name = (string)declaration["name"]!;
                yield return new(store!, region, Arns.Table(region, settings.AccountId, name), tags, true);
                if (declaration["replicas[0].regionName"] is string replica)
                {
                    // A replica has the tags of its table, where they are propagated.
                    Assert.Equal(true, declaration["replicas[0].propagateTags"]);
                    yield return new(store!, replica, Arns.Table(replica, settings.AccountId, name), tags, true);
                }

                break;
            case "aws:s3/bucket:Bucket":
                yield return new(store!, region, Arns.Bucket((string)declaration["bucket"]!), tags, true);
                break;
            case "aws:rds/globalCluster:GlobalCluster":
                yield return new("global", region, Arns.GlobalCluster(settings.AccountId, (string)declaration["globalClusterIdentifier"]!), tags, false);
                break;
            case "aws:rds/clusterInstance:ClusterInstance":
                yield return new("instance", region, $"arn:aws:rds:{region}:{settings.AccountId}:db:{declaration["identifier"]}", tags, false);
                break;
            default:
                yield return new(
                    declaration.Name, region, $"arn:aws:{declaration.Type.Split(':', '/')[1]}:{region}:{settings.AccountId}:{declaration.Name}", tags, false);
                break;
        }
    }

    private static void DeclareStores(PlatformSettings settings)
    {
        var region = new RegionContext(settings, settings.Role);
        var key = Output.Create("arn:key");
        var network = new RegionalNetwork("network", new RegionalNetworkArgs(region, settings.HomeNetwork, settings.Sizing, key));
        var random = settings.Role == StackRole.Primary ? new Random.Provider("random") : null;
        var standby = settings.Role == StackRole.Primary ? new RegionContext(settings, StackRole.Standby) : null;
        foreach (var workload in settings.Workloads)
        {
            // As the stacks do: a tier that restores from backups has no cluster in the standby Region.
            foreach (var database in workload.Databases.Where(_ =>
                standby is not null || workload.Tier.Strategy != DrInfra.Recovery.Strategy.BackupRestore))
            {
                _ = new GlobalDatabase($"{workload.Name}-{database.Name}", new GlobalDatabaseArgs(
                    region, workload, database, settings.Sizing, settings.Activation, network, key, key,
                    random is null ? null : new DatabaseCredentialsArgs(key, settings.Regions.Standby, key, random)));
            }

            if (standby is null)
            {
                continue;
            }

            foreach (var table in workload.Tables)
            {
                _ = new GlobalTable($"{workload.Name}-{table.Name}", new GlobalTableArgs(region, workload, table, settings.WitnessRegion, key, key));
            }

            foreach (var bucket in workload.Buckets)
            {
                _ = new ReplicatedBucket($"{workload.Name}-{bucket.Name}", new ReplicatedBucketArgs(region, standby, workload, bucket, key, key));
            }
        }
    }

    /// <summary>A resource as a selection sees it.</summary>
    private sealed record BackedUp(string Store, string Region, string Arn, ImmutableDictionary<string, object> Tags, bool IsStore)
    {
        public string Name => $"{Store} in {Region}";
    }
}
