using DrInfra.Infra.Conventions;
using DrInfra.Infra.Pipelines;
using DrInfra.Infra.Settings;
using DrInfra.Tests.Infra.Settings;
using Pulumi;
using static DrInfra.Tests.Infra.Serving.ServingFixture;

namespace DrInfra.Tests.Infra.Pipelines;

public class LeaseTableTests
{
    [Fact]
    public async Task Table_IsOneOfThePairAndStronglyConsistent()
    {
        var declared = await Declarations.OfAsync(() => _ = new LeaseTable("leases", new LeaseTableArgs(
            new RegionContext(Configurations.PrimarySettings(Pipelined.Changes), StackRole.Primary), "eu-west-3", Output.Create("arn:key"),
            Output.Create("arn:standby-key"))));

        Assert.Equal(new Dictionary<string, int> { ["Table"] = 1 }, declared.Counts);
        var table = declared.Single("aws:dynamodb/table:Table");
        Assert.Equal(("drinfra-main-shared-leases", "workload", "PAY_PER_REQUEST"), (table["name"], table["hashKey"], table["billingMode"]));
        Assert.Equal("[{name:workload,type:S}]", Text(table["attributes"]!));
        Assert.Equal("eu-west-3", table["globalTableWitness.regionName"]);
        Assert.Equal(
            "[{consistencyMode:STRONG,deletionProtectionEnabled:True,kmsKeyArn:arn:standby-key,pointInTimeRecovery:True,propagateTags:True,"
            + "regionName:eu-central-1}]",
            Text(table["replicas"]!));
        Assert.Equal("{enabled:True,kmsKeyArn:arn:key}", Text(table["serverSideEncryption"]!));
        Assert.Equal("{enabled:True,recoveryPeriodInDays:35}", Text(table["pointInTimeRecovery"]!));
        Assert.Equal((true, "shared"), (table["deletionProtectionEnabled"], table["tags.dr:workload"]));
        Assert.Null(table["ttl"]);
        Assert.True(table.Options.Protect);
        Assert.True(table.Options.RetainOnDelete);
    }
}
