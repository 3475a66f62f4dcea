using DrInfra.Policies.Rules.Databases;

namespace DrInfra.Tests.Policies.Rules.Databases;

public class TableHasReplicaTests
{
    private static readonly TableHasReplica Rule = new();

    [Theory]
    [InlineData("59m", "[]", "orders: it has no replica in another Region")]
    [InlineData("59m", """[{ "regionName": "eu-central-1" }]""")]
    [InlineData("1h", "[]")]
    [InlineData("none", "[]")]
    public void ReplicaIsOwed_WhereBackupsLoseTooMuch(string rpo, string replicas, params string[] violations) => Assert.Equal(
        violations, Graph(rpo, replicas).Violations(Rule));

    [Fact]
    public void ReplicaBesideTheTable_IsCompliant() => Assert.Empty(Graph("5m", "[]")
        .Add("aws:dynamodb/tableReplica:TableReplica", "copy", """{ "globalTableArn": "?" }""", "eu-central-1",
            dependencies: ("globalTableArn", "aws:dynamodb/table:Table", "orders")).Violations(Rule));

    [Fact]
    public void Unknown_IsReportedAsUnknown() => Assert.Equal(["orders: replicas"], Graph("5m", "\"?\"").Unknown(Rule));

    private static TestGraph Graph(string rpo, string replicas) => new TestGraph()
        .Add("aws:ssm/parameter:Parameter", "manifest", Manifests.Ledger("primary", rpo))
        .Add("aws:dynamodb/table:Table", "orders", $$"""{ "replicas": {{replicas}}, "tags": { "dr:workload": "ledger" } }""");
}
