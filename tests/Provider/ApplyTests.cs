using System.Text.Json;
using DrInfra.Drctl.Diff;
using DrInfra.Drctl.Export;
using DrInfra.Policies.Graph;
using DrInfra.Tests.Provider.Tools;

namespace DrInfra.Tests.Provider;

/// <summary>The pair as an AWS holds it.</summary>
public class ApplyTests(AppliedPair pair) : IClassFixture<AppliedPair>
{
    private const string Primary = "eu-west-1";
    private const string Standby = "eu-central-1";

    [ProviderFact(Need.Apply)]
    public async Task SecondPlan_IsEmptyApartFromTheEmulatorsDefects()
    {
        var plans = await Task.WhenAll(pair.Dev.PlanAsync(), pair.Dr.PlanAsync());

        Assert.Equal("", string.Join('\n', plans.SelectMany(plan => plan.Real).Where(change => !EmulatorDefects.Explains(change))));
    }

    /// <summary>What `drctl diff` says of a failover's switch is what the provider would do.</summary>
    [ProviderFact(Need.Apply)]
    public async Task SwitchOfTheStandby_ChangesTheCapacityThatDiffPredicts()
    {
        using var terraform = await OverAsync(pair.Dr, pair.Active);
        var predicted = GraphDiff.Compare(pair.Standby, pair.Active).Changes
            .Where(change => change.Operation != Operation.Ignored
                && TerraformMap.Shipped.Find(change.Type) is { } type && !NotApplied.Types.ContainsKey(type.Name))
            .Select(change =>
                $"{(change.Operation == Operation.Create ? "create" : "update")} "
                    + $"{TerraformMap.Shipped.Find(change.Type)!.Name}.{TerraformNames.Label(change.Name)}");

        var plan = await terraform.PlanAsync("-refresh=false");

        Assert.Equal(
            predicted.Order(StringComparer.Ordinal),
            plan.Real.Where(change => !EmulatorDefects.Explains(change)).Select(change => $"{string.Join('+', change.Actions)} {change.Address}")
                .Order(StringComparer.Ordinal));
    }

    /// <summary>What the table of `drctl diff` says to change in place makes no new resource.</summary>
    [ProviderFact(Need.Apply)]
    public async Task PropertiesInPlace_ChangeWithoutANewResource()
    {
        using var terraform = await OverAsync(pair.Dev, pair.Primary);
        var changed = ChangedModule.Write(terraform.Folder);

        var plan = await terraform.PlanAsync("-refresh=false");

        Assert.DoesNotContain(
            plan.Real.SelectMany(change => change.Replaces.Select(path => (change.Address, Attribute: path.Split('.')[0]))), changed.Contains);
        var updated = plan.Real.Where(change => change.Actions is ["update"])
            .SelectMany(change => change.Changed.Select(path => (change.Address, Attribute: path.Split('.')[0]))).ToHashSet();
        Assert.Equal("", string.Join('\n', changed.Except(updated).Where(change => !EmulatorDefects.Forgets(change.Address.Split('.')[0], change.Attribute))));
        Assert.True(changed.Count > 100, $"{changed.Count} changed: too few to tell anything");
    }

    [ProviderFact(Need.Apply)]
    public async Task EveryTypeIsApplied_OrIsDeclaredNotToBe()
    {
        var declared = TypesOf(pair.Primary, pair.Standby, pair.Active);

        Assert.Empty(declared.Except(pair.Types).Except(NotApplied.Types.Keys));
        Assert.Empty(NotApplied.Types.Keys.Except(declared).Except(TypesOf(await ClusterGraph.OfAsync(new ClusterProgram()))));
        Assert.Empty(pair.Types.Intersect(NotApplied.Types.Keys));
    }

    [ProviderTheory(Need.Apply)]
    [InlineData(Primary)]
    [InlineData(Standby)]
    public async Task Buckets_AreVersionedAndReplicatedBothWays(string region)
    {
        var bucket = $"drinfra-main-lake-raw-{region}-123456789012";
        var other = $"arn:aws:s3:::drinfra-main-lake-raw-{(region == Primary ? Standby : Primary)}-123456789012";

        var versioning = await AskAsync(region, $"s3api get-bucket-versioning --bucket {bucket}");
        var replication = await AskAsync(region, $"s3api get-bucket-replication --bucket {bucket}");

        Assert.Equal("Enabled", versioning.GetProperty("Status").GetString());
        var rule = Assert.Single(replication.GetProperty("ReplicationConfiguration").GetProperty("Rules").EnumerateArray().ToList());
        Assert.Equal("Enabled", rule.GetProperty("Status").GetString());
        Assert.Equal(other, rule.GetProperty("Destination").GetProperty("Bucket").GetString());
    }

    [ProviderFact(Need.Apply)]
    public async Task GlobalDatabase_HasAMemberInEachRegion()
    {
        var found = await AskAsync(Primary, "rds describe-global-clusters --global-cluster-identifier drinfra-main-ledger-journal");

        var members = found.GetProperty("GlobalClusters")[0].GetProperty("GlobalClusterMembers").EnumerateArray();
        Assert.Equal(
            [$"arn:aws:rds:{Standby}:123456789012:cluster:drinfra-main-ledger-journal-{Standby}",
                $"arn:aws:rds:{Primary}:123456789012:cluster:drinfra-main-ledger-journal-{Primary}"],
            members.Select(member => member.GetProperty("DBClusterArn").GetString()!).Order(StringComparer.Ordinal));
    }

    [ProviderFact(Need.Apply)]
    public async Task Table_HasAReplicaUnderAKeyOfItsRegion()
    {
        var found = await AskAsync(Primary, "dynamodb describe-table --table-name drinfra-main-events-profiles");

        var replica = Assert.Single(found.GetProperty("Table").GetProperty("Replicas").EnumerateArray().ToList());
        Assert.Equal(Standby, replica.GetProperty("RegionName").GetString());
        Assert.StartsWith($"arn:aws:kms:{Standby}:", replica.GetProperty("KMSMasterKeyId").GetString()!, StringComparison.Ordinal);
    }

    [ProviderFact(Need.Apply)]
    public async Task MultiRegionKey_HasItsReplicaInTheStandbyRegion()
    {
        var keys = await AskAsync(Standby, "kms list-keys");
        var configurations = new List<JsonElement>();
        foreach (var key in keys.GetProperty("Keys").EnumerateArray())
        {
            var described = (await AskAsync(Standby, $"kms describe-key --key-id {key.GetProperty("KeyId").GetString()}")).GetProperty("KeyMetadata");
            if (described.TryGetProperty("MultiRegionConfiguration", out var configuration))
            {
                configurations.Add(configuration);
            }
        }

        var replica = Assert.Single(configurations);
        Assert.Equal("REPLICA", replica.GetProperty("MultiRegionKeyType").GetString());
        Assert.Equal(Primary, replica.GetProperty("PrimaryKey").GetProperty("Region").GetString());
    }

    [ProviderFact(Need.Apply)]
    public async Task FailoverRecords_ArePairsWithAHealthCheckEach()
    {
        var zones = await AskAsync("us-east-1", "route53 list-hosted-zones");
        var records = await AskAsync(
            "us-east-1", $"route53 list-resource-record-sets --hosted-zone-id {zones.GetProperty("HostedZones")[0].GetProperty("Id").GetString()}");

        var failover = records.GetProperty("ResourceRecordSets").EnumerateArray().Where(record => record.TryGetProperty("Failover", out _)).ToList();
        Assert.Equal(
            [
                "active.events.main.data.example.com. PRIMARY", "active.events.main.data.example.com. SECONDARY",
                "active.lake.main.data.example.com. PRIMARY", "active.lake.main.data.example.com. SECONDARY",
                "events.data.example.com. PRIMARY", "events.data.example.com. SECONDARY",
                "ledger.data.example.com. PRIMARY", "ledger.data.example.com. SECONDARY",
            ],
            failover.Select(record => $"{record.GetProperty("Name")} {record.GetProperty("Failover")}").Order(StringComparer.Ordinal));
        Assert.All(failover, record => Assert.NotEmpty(record.GetProperty("HealthCheckId").GetString()!));

        // A text record has quotes, which the provider adds: without them Route 53 takes none.
        Assert.Equal(
            ["\"eu-central-1\"", "\"eu-central-1\"", "\"eu-west-1\"", "\"eu-west-1\""],
            failover.Where(record => record.GetProperty("Type").GetString() == "TXT")
                .Select(record => record.GetProperty("ResourceRecords")[0].GetProperty("Value").GetString()).Order(StringComparer.Ordinal));
    }

    [ProviderTheory(Need.Apply)]
    [InlineData(Primary)]
    [InlineData(Standby)]
    public async Task Alarms_StandInEachRegionAndRing(string region)
    {
        var found = await AskAsync(region, "cloudwatch describe-alarms");

        var alarms = found.GetProperty("MetricAlarms").EnumerateArray().ToList();
        Assert.NotEmpty(alarms);
        Assert.Contains(
            alarms,
            alarm =>
                alarm.GetProperty("AlarmActions").EnumerateArray()
                    .Any(action => action.GetString() == $"arn:aws:sns:{region}:123456789012:drinfra-main-shared-alerts-{region}"));
    }

    [ProviderFact(Need.Apply)]
    public async Task Secret_IsReadableInTheStandbyRegion()
    {
        var found = await AskAsync(Standby, "secretsmanager describe-secret --secret-id drinfra-main-ledger-journal-credentials");

        Assert.Equal("drinfra-main-ledger-journal-credentials", found.GetProperty("Name").GetString());
    }

    [ProviderTheory(Need.Apply)]
    [InlineData(Primary)]
    [InlineData(Standby)]
    public async Task BackupVault_IsThereWithItsKey(string region)
    {
        var found = await AskAsync(region, "backup list-backup-vaults");

        var vault = Assert.Single(found.GetProperty("BackupVaultList").EnumerateArray().ToList());
        Assert.StartsWith($"arn:aws:kms:{region}:", vault.GetProperty("EncryptionKeyArn").GetString()!, StringComparison.Ordinal);
    }

    private static List<string> TypesOf(params ResourceGraph[] graphs) =>
    [
        .. graphs.SelectMany(graph => graph.Resources)
            .Where(resource => resource.Type != TerraformMap.ProviderToken)
            .Select(resource => TerraformMap.Shipped.Find(resource.Type)?.Name)
            .OfType<string>()
            .Distinct(StringComparer.Ordinal),
    ];

    /// <summary>A graph's module in a folder of its own, over the state of what was applied.</summary>
    private async Task<Terraform> OverAsync(Terraform applied, ResourceGraph graph)
    {
        var terraform = Terraform.New(pair.Emulator);
        AppliedModule.Write(graph, terraform.Folder);
        File.Copy(Path.Combine(applied.Folder, "terraform.tfstate"), Path.Combine(terraform.Folder, "terraform.tfstate"));
        await terraform.InitAsync();
        return terraform;
    }

    private Task<JsonElement> AskAsync(string region, string command) => AwsCli.AskAsync(pair.Emulator, region, command);
}
