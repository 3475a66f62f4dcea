using DrInfra.Policies.Rules.Databases;
using DrInfra.Policies.Rules.Ownership;

namespace DrInfra.Tests.Policies.Rules.Databases;

/// <summary>A replica in the table's own Region is no copy; two in one Region are refused by the service.</summary>
public class ReplicaRegionsTests
{
    [Theory]
    [InlineData("eu-central-1")]
    [InlineData("eu-west-1", "orders: the copy and its source are both in eu-west-1")]
    public void RegionOfAReplica_DiffersFromTheTables(string region, params string[] violations) => Assert.Equal(
        violations, Table($$"""{ "replicas": [{ "regionName": "{{region}}" }] }""").Violations(new CopyIsInAnotherRegion()));

    [Theory]
    [InlineData("""{ "regionName": "eu-central-1" }, { "regionName": "eu-central-1" }""", "orders: it already has a copy in eu-central-1")]
    [InlineData("""{ "regionName": "" }""", "orders: a replica has no Region")]
    public void ReplicaThatTheServiceRefuses_IsAViolation(string replicas, string violation) =>
        Assert.Equal([violation], Table($$"""{ "replicas": [{{replicas}}] }""").Violations(new ReplicaIsUsable()));

    [Theory]
    [InlineData("eu-central-1")]
    [InlineData("eu-west-1", "copy: the copy and its source are both in eu-west-1")]
    public void ReplicaBesideTheTable_IsInAnotherRegion(string region, params string[] violations) => Assert.Equal(violations, Table("{}")
        .Add("aws:dynamodb/tableReplica:TableReplica", "copy", """{ "globalTableArn": "?" }""", region,
            dependencies: ("globalTableArn", "aws:dynamodb/table:Table", "orders")).Violations(new CopyIsInAnotherRegion()));

    private static TestGraph Table(string inputs) => new TestGraph().Add("aws:dynamodb/table:Table", "orders", inputs);
}
