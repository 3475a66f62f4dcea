using DrInfra.Policies.Rules.Databases;

namespace DrInfra.Tests.Policies.Rules.Databases;

public class ReplicaIsInAnotherRegionTests
{
    private static readonly ReplicaIsInAnotherRegion Rule = new();

    [Theory]
    [InlineData("eu-central-1")]
    [InlineData("eu-west-1", "orders: a second copy of it is in eu-west-1")]
    [InlineData("", "orders: a replica names no Region")]
    public void RegionOfAReplica_DiffersFromTheTables(string region, params string[] violations) => Assert.Equal(
        violations, Table($$"""{ "replicas": [{ "regionName": "{{region}}" }] }""").Violations(Rule));

    [Fact]
    public void TwoInOneRegion_IsAViolation() => Assert.Equal(["orders: a second copy of it is in eu-central-1"], Table("""
        { "replicas": [{ "regionName": "eu-central-1" }, { "regionName": "eu-central-1" }] }
        """).Violations(Rule));

    [Fact]
    public void Unknown_IsReportedAsUnknown() => Assert.Equal(["orders: replicas[0].regionName"], Table("""{ "replicas": [{ "regionName": "?" }] }""").Unknown(Rule));

    [Theory]
    [InlineData("eu-central-1")]
    [InlineData("eu-west-1", "copy: it is in eu-west-1, where its table is")]
    public void ReplicaBesideTheTable_IsInAnotherRegion(string region, params string[] violations) => Assert.Equal(violations, Table("{}")
        .Add("aws:dynamodb/tableReplica:TableReplica", "copy", """{ "globalTableArn": "?" }""", region,
            dependencies: ("globalTableArn", "aws:dynamodb/table:Table", "orders")).Violations(Rule));

    private static TestGraph Table(string inputs) => new TestGraph().Add("aws:dynamodb/table:Table", "orders", inputs);
}
