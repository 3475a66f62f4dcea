using DrInfra.Policies.Rules.Databases;

namespace DrInfra.Tests.Policies.Rules.Databases;

public class RestoreTargetHasSubnetGroupTests
{
    private static readonly RestoreTargetHasSubnetGroup Rule = new();

    [Fact]
    public void NoSubnetGroupInTheStandbyRegion_IsAViolation() => Assert.Equal(
        ["data: no subnet group of ledger is in eu-central-1, where it would be restored"], Primary().Violations(Rule, others: Standby()));

    [Theory]
    [InlineData("aws:rds/subnetGroup:SubnetGroup")]
    [InlineData("aws:rds/cluster:Cluster")]
    public void SubnetGroupOrClusterThere_IsCompliant(string type) => Assert.Empty(
        Primary().Violations(Rule, others: Standby().Add(type, "target", Tags, "eu-central-1")));

    [Fact]
    public void WithoutTheStandbysStack_IsNotJudged() => Assert.Empty(Primary().Violations(Rule));

    private const string Tags = """{ "tags": { "dr:workload": "ledger" } }""";

    private static TestGraph Primary() => new TestGraph()
        .Add("aws:ssm/parameter:Parameter", "manifest", Manifests.Ledger("primary", "6h"))
        .Add("aws:rds/cluster:Cluster", "data", Tags);

    private static TestGraph Standby() => new TestGraph("dr")
        .Add("aws:ssm/parameter:Parameter", "manifest", Manifests.Ledger("standby", "6h"), "eu-central-1");
}
