using DrInfra.Infra.Conventions;
using DrInfra.Infra.Data;
using DrInfra.Infra.Network;
using DrInfra.Infra.Operations;
using DrInfra.Infra.Permissions;
using DrInfra.Infra.Settings;
using DrInfra.Tests.Infra.Settings;
using Pulumi;

namespace DrInfra.Tests.Infra.Data;

public class GlobalKeyspaceTests
{
    private const string Keyspace = "aws:keyspaces/keyspace:Keyspace";
    private const string Table = "aws:keyspaces/table:Table";

    [Fact]
    public async Task Keyspace_IsInBothRegionsAndProtected()
    {
        var keyspace = (await DeclareAsync()).Single(Keyspace);

        Assert.Equal("MULTI_REGION", keyspace["replicationSpecification.replicationStrategy"]);
        Assert.Equal("eu-west-1", keyspace["replicationSpecification.regionLists[0]"]);
        Assert.Equal("eu-central-1", keyspace["replicationSpecification.regionLists[1]"]);
        Assert.Matches("^drinfra_main_people_attributes_[a-z]{6}$", (string)keyspace["name"]!);
        Assert.True(keyspace.Options.Protect);
        Assert.True(keyspace.Options.RetainOnDelete);
    }

    [Fact]
    public async Task Table_StatesWhatCanBeStatedAtCreationAlone()
    {
        var table = (await DeclareAsync()).Single(Table);

        Assert.Equal("attributes", table["tableName"]);
        Assert.Equal("PAY_PER_REQUEST", table["capacitySpecification.throughputMode"]);
        Assert.Equal("ENABLED", table["pointInTimeRecovery.status"]);
        Assert.Equal("ENABLED", table["clientSideTimestamps.status"]);
        Assert.Equal("ENABLED", table["ttl.status"]);
        Assert.Equal(400.0 * 86400, table["defaultTimeToLive"]);
        Assert.Equal("AWS_OWNED_KMS_KEY", table["encryptionSpecification.type"]);
        Assert.Equal("customer_id", table["schemaDefinition.partitionKeys[0].name"]);
        Assert.Equal("DESC", table["schemaDefinition.clusteringKeys[1].orderBy"]);
        Assert.Equal("blob", table["schemaDefinition.columns[3].type"]);
        Assert.True(table.Options.Protect);
        Assert.True(table.Options.RetainOnDelete);
    }

    [Fact]
    public async Task RowsWithoutAnExpiry_LiveForEver()
    {
        var table = (await DeclareAsync("")).Single(Table);

        Assert.Equal(0.0, table["defaultTimeToLive"]);
        Assert.Equal("ENABLED", table["ttl.status"]);
    }

    [Theory]
    [InlineData("eu-west-1", "eu-central-1")]
    [InlineData("eu-central-1", "eu-west-1")]
    public void Latency_IsWatchedInTheRegionThatWrites(string region, string other)
    {
        var alarm = Alarms(region).Single(spec => spec.Part == "attributes-latency");

        Assert.Equal("AWS/Cassandra", alarm.Namespace);
        Assert.Equal(other, alarm.Dimensions["ReceivingRegion"]);
        Assert.Equal("attributes", alarm.Dimensions["TableName"]);
        Assert.StartsWith("drinfra_main_people_attributes", alarm.Dimensions["Keyspace"], StringComparison.Ordinal);
        Assert.Equal(7_200_000, alarm.Threshold);
        Assert.Equal(MissingData.NotBreaching, alarm.Missing);
    }

    [Fact]
    public void FailedAndThrottledRequests_AreWatchedByOperation() => Assert.Equal(
        [
            "attributes-failed-select", "attributes-failed-insert", "attributes-failed-update", "attributes-failed-delete", "attributes-throttled-insert",
            "attributes-throttled-update", "attributes-throttled-delete",
        ],
        Alarms("eu-west-1").Where(spec => spec.Dimensions.ContainsKey("Operation")).Select(spec => spec.Part));

    [Fact]
    public void Pods_ReachTheirOwnTableInTheirOwnRegion()
    {
        var settings = WideColumns.Settings();
        var statements = PodRole.Of(settings.Identity, settings.Workloads[0], "eu-central-1").ToDictionary(statement => statement.Sid);

        Assert.Equal([TableArn(settings, "eu-central-1")], statements["UseTablesOfKeyspaces"].Resource!);
        Assert.Equal(
            ["cassandra:Modify", "cassandra:ModifyMultiRegionResource", "cassandra:Select", "cassandra:SelectMultiRegionResource"],
            statements["UseTablesOfKeyspaces"].Action);
        Assert.Equal(["arn:aws:cassandra:eu-central-1:123456789012:/keyspace/system*"], statements["ReadSystemTablesOfKeyspaces"].Resource!);
        Assert.DoesNotContain(statements["ReadSystemTablesOfKeyspaces"].Action, action => action.Contains("Modify", StringComparison.Ordinal));
    }

    [Fact]
    public void Pods_AreToldTheEndpointOfTheirRegion()
    {
        var settings = WideColumns.Settings();

        Assert.Equal(
            [
                ("CASSANDRA_CONTACT_POINT", "cassandra.eu-central-1.amazonaws.com:9142"), ("CASSANDRA_LOCAL_DATACENTER", "eu-central-1"),
                ("CASSANDRA_TABLE_ATTRIBUTES", $"{settings.Identity.Names.Keyspace("people", "attributes")}.attributes"),
            ],
            KeyspaceAddress.Environment(settings.Identity.Names, settings.Workloads[0], "eu-central-1"));
    }

    [Fact]
    public async Task Endpoint_LetsTheTablesThroughAndNothingElse()
    {
        var declared = await NetworkAsync(WideColumns.Settings());
        var endpoint = declared.Named("cassandra-endpoint-eu-west-1");
        var rule = declared.Named("cassandra-endpoint-cql-eu-west-1");

        Assert.Equal("com.amazonaws.eu-west-1.cassandra", endpoint["serviceName"]);
        Assert.Equal(true, endpoint["privateDnsEnabled"]);
        Assert.Equal((9142.0, 9142.0), (rule["fromPort"], rule["toPort"]));
        var policy = (string)endpoint["policy"]!;
        Assert.Contains(TableArn(WideColumns.Settings(), "eu-west-1"), policy, StringComparison.Ordinal);
        Assert.Contains("\"aws:PrincipalAccount\":[\"123456789012\"]", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("cassandra:*", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("\"*\"]}]", policy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("small")]
    [InlineData(null)]
    public async Task SmallSizingOrNoTable_HasNoEndpoint(string? sizing)
    {
        var settings = sizing is null ? Configurations.PrimarySettings() : WideColumns.Settings(changes: ("sizing", sizing));

        Assert.DoesNotContain(
            (await NetworkAsync(settings)).Of("aws:ec2/vpcEndpoint:VpcEndpoint"), endpoint => endpoint.Name.StartsWith("cassandra", StringComparison.Ordinal));
    }

    private static IReadOnlyList<AlarmSpec> Alarms(string region)
    {
        var settings = WideColumns.Settings();
        return StoreAlarms.For(settings.Identity, settings.Workloads[0], region);
    }

    private static string TableArn(PlatformSettings settings, string region) =>
        $"arn:aws:cassandra:{region}:123456789012:/keyspace/{settings.Identity.Names.Keyspace("people", "attributes")}/table/attributes";

    private static Task<Declarations> DeclareAsync(string more = ",\"expiry\":\"400d\"") => Declarations.OfAsync(() =>
    {
        var settings = WideColumns.Settings(more);
        _ = new GlobalKeyspace("people", new GlobalKeyspaceArgs(
            new RegionContext(settings, StackRole.Primary), settings.Workloads[0], settings.Workloads[0].WideColumns.First()));
    });

    private static Task<Declarations> NetworkAsync(PlatformSettings settings) => Declarations.OfAsync(() => _ = new RegionalNetwork(
        "network",
        new RegionalNetworkArgs(new RegionContext(settings, StackRole.Primary), settings.HomeNetwork, settings.Sizing, Output.Create("arn:logs"))
        {
            KeyspacesPolicy = KeyspaceStatements.EndpointPolicy(settings.Identity, settings.Workloads, "eu-west-1"),
        }));
}
