using DrInfra.Policies.Rules.Databases;

namespace DrInfra.Tests.Policies.Rules.Databases;

public class GlobalMemberNamesItsGlobalClusterTests
{
    private static readonly GlobalMemberNamesItsGlobalCluster Rule = new();

    [Theory]
    [InlineData("standby", """{ "globalClusterIdentifier": null, "sourceRegion": null }""")]
    [InlineData("standby", """{ "globalClusterIdentifier": null, "replicationSourceIdentifier": "arn:aws:rds:eu-west-1:1:cluster:a" }""")]
    public void SoundVariant_IsCompliant(string resource, string changes) => Assert.Empty(new AuroraGraph().With(resource, changes).Violations(Rule));

    [Theory]
    [InlineData("standby", """{ "globalClusterIdentifier": null }""", "standby: it is a member of a global database, but states no globalClusterIdentifier")]
    [InlineData("global", """{ "globalClusterIdentifier": null }""", "global: it states no identifier that a stack in another Region can use")]
    public void Weakened_IsAViolation(string resource, string changes, string violation) =>
        Assert.Equal([violation], new AuroraGraph().With(resource, changes).Violations(Rule));

    [Theory]
    [InlineData("standby", """{ "globalClusterIdentifier": "other" }""", "standby: globalClusterIdentifier")]
    [InlineData("standby", """{ "globalClusterIdentifier": "?" }""", "standby: globalClusterIdentifier")]
    public void Unknown_IsReportedAsUnknown(string resource, string changes, string unknown) =>
        Assert.Equal([unknown], new AuroraGraph().With(resource, changes).Unknown(Rule));

    [Fact]
    public void OtherNameThanTheGlobalClusters_IsAViolation() => Assert.Equal(
        ["member: it names the global cluster ledger, which is called journal"],
        new TestGraph()
            .Add("aws:rds/globalCluster:GlobalCluster", "global", """{ "globalClusterIdentifier": "journal" }""", id: "ledger")
            .Add("aws:rds/cluster:Cluster", "member", """{ "globalClusterIdentifier": "ledger" }""").Violations(Rule));
}
