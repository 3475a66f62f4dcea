using DrInfra.Policies.Rules.Databases;

namespace DrInfra.Tests.Policies.Rules.Databases;

public class TableUsesOneReplicaStyleTests
{
    private static readonly TableUsesOneReplicaStyle Rule = new();

    [Theory]
    [InlineData("{}")]
    [InlineData("""{ "replicas": [{ "regionName": "eu-west-2" }] }""", "copy: orders lists replicas of its own and will remove this one")]
    public void ReplicaBesideTheTable_NeedsATableWithoutOwn(string table, params string[] violations) => Assert.Equal(violations, Graph(table).Violations(Rule));

    [Fact]
    public void TableNotKnown_IsReportedAsUnknown() => Assert.Equal(["copy: globalTableArn"], new TestGraph()
        .Add("aws:dynamodb/tableReplica:TableReplica", "copy", """{ "globalTableArn": "?" }""").Unknown(Rule));

    private static TestGraph Graph(string table) => new TestGraph()
        .Add("aws:dynamodb/table:Table", "orders", table)
        .Add("aws:dynamodb/tableReplica:TableReplica", "copy", """{ "globalTableArn": "?" }""", "eu-central-1",
            dependencies: ("globalTableArn", "aws:dynamodb/table:Table", "orders"));
}
