using System.Collections.Immutable;
using DrInfra.Infra.Conventions;
using DrInfra.Infra.Data;
using DrInfra.Infra.Settings;
using DrInfra.Tests.Infra.Settings;
using Pulumi;

namespace DrInfra.Tests.Infra.Data;

[Trait("Practice", "H1")]
public class GlobalTableTests
{
    private const string Table = "aws:dynamodb/table:Table";

    [Fact]
    public async Task EventualTable_HasOneReplicaAndNoWitness()
    {
        var table = await DeclareAsync(workload: 1);

        Assert.Equal("PAY_PER_REQUEST", table["billingMode"]);
        Assert.Equal("EVENTUAL", table["replicas[0].consistencyMode"]);
        Assert.Null(table["globalTableWitness"]);
        Assert.Equal("id", table["hashKey"]);
        Assert.Equal("at", table["rangeKey"]);
        Assert.Equal("expiresAt", table["ttl.attributeName"]);
        Assert.Equal(2, ((ImmutableArray<object>)table["attributes"]!).Length);
        Assert.Equal(true, table["streamEnabled"]);
        Assert.Equal(true, table["deletionProtectionEnabled"]);
        Assert.True(table.Options.Protect);
        Assert.True(table.Options.RetainOnDelete);
    }

    // Gotcha 13: one style, the block of the primary's table.
    [Fact]
    public async Task Gotcha13_ReplicaIsABlockOfTheTable()
    {
        var declared = await DeclarationsAsync(workload: 1);

        Assert.Equal(new Dictionary<string, int> { ["Table"] = 1 }, declared.Counts);
        Assert.Single((ImmutableArray<object>)declared.Single(Table)["replicas"]!);
    }

    // Gotchas 14 to 18: every attribute of a replica is stated, with its own key, its own recovery and the table's tags.
    [Fact]
    public async Task Gotchas14To18_ReplicaStatesEveryAttribute()
    {
        var replica = Assert.IsType<ImmutableDictionary<string, object>>((await DeclareAsync(workload: 1))["replicas[0]"]);

        Assert.Equal(
            new Dictionary<string, object>
            {
                ["regionName"] = "eu-central-1",
                ["kmsKeyArn"] = "arn:standby-key",
                ["pointInTimeRecovery"] = true,
                ["deletionProtectionEnabled"] = true,
                ["propagateTags"] = true,
                ["consistencyMode"] = "EVENTUAL",
            }.OrderBy(pair => pair.Key),
            replica.OrderBy(pair => pair.Key));
    }

    [Fact]
    public async Task PointInTimeRecovery_IsOnForTheTableToo()
    {
        var table = await DeclareAsync(workload: 1);

        Assert.Equal(true, table["pointInTimeRecovery.enabled"]);
        Assert.Equal(7.0, table["pointInTimeRecovery.recoveryPeriodInDays"]);
        Assert.Equal("arn:the-key", table["serverSideEncryption.kmsKeyArn"]);
    }

    // Gotchas 70 and 81: strong consistency takes a witness, and has no expiry.
    [Fact]
    public async Task Gotchas70And81_StrongTableHasAWitnessAndNoExpiry()
    {
        var table = await DeclareAsync(workload: 0);

        Assert.Equal("STRONG", table["replicas[0].consistencyMode"]);
        Assert.Equal("eu-west-3", table["globalTableWitness.regionName"]);
        Assert.Null(table["ttl"]);
    }

    [Fact]
    public async Task TableOfATierThatRestoresFromBackups_HasNoReplica() => Assert.Null((await DeclareAsync(workload: 2))["replicas"]);

    private static async Task<Declaration> DeclareAsync(int workload) => (await DeclarationsAsync(workload)).Single(Table);

    private static Task<Declarations> DeclarationsAsync(int workload) => Declarations.OfAsync(() =>
    {
        var settings = Configurations.PrimarySettings();
        _ = new GlobalTable("table", new GlobalTableArgs(
            new RegionContext(settings, StackRole.Primary),
            settings.Workloads[workload],
            settings.Workloads[workload].Tables.First(),
            settings.WitnessRegion,
            Output.Create("arn:the-key"),
            Output.Create("arn:standby-key")));
    });
}
