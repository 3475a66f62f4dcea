using System.Text.Json.Nodes;
using DrInfra.Policies.Rules.Databases;

namespace DrInfra.Tests.Policies.Rules.Databases;

public class TableUsesOneReplicaStyleTests
{
    private static readonly TableUsesOneReplicaStyle Rule = new();

    [Theory]
    [InlineData("{}", "orders: its next update removes the replica copy: replicas is not in ignoreChanges")]
    [InlineData("""{ "replicas": [{ "regionName": "eu-west-2" }] }""", "copy: orders lists its own replicas and its next update removes this one")]
    public void ReplicaBesideTheTable_NeedsATableWithoutOwn(string table, params string[] violations) =>
        Assert.Equal(violations, Graph(table).Violations(Rule));

    [Theory]
    [InlineData("{}")]
    [InlineData("""{ "replicas": [{ "regionName": "eu-west-2" }] }""")]
    public void TableThatIgnoresItsReplicas_IsCompliant(string table) => Assert.Empty(
        Graph(table, resource => resource["ignoreChanges"] = new JsonArray("replicas")).Violations(Rule));

    [Fact]
    public void TableNotKnown_IsReportedAsUnknown() => Assert.Equal(["copy: globalTableArn"], new TestGraph()
        .Add("aws:dynamodb/tableReplica:TableReplica", "copy", """{ "globalTableArn": "?" }""").Unknown(Rule));

    private static TestGraph Graph(string table, Action<JsonObject>? options = null) => new TestGraph()
        .Add("aws:dynamodb/table:Table", "orders", table, options: options)
        .Add("aws:dynamodb/tableReplica:TableReplica", "copy", """{ "globalTableArn": "?" }""", "eu-central-1",
            dependencies: ("globalTableArn", "aws:dynamodb/table:Table", "orders"));
}
