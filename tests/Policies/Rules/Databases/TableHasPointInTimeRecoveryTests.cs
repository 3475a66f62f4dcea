using DrInfra.Policies.Rules.Databases;

namespace DrInfra.Tests.Policies.Rules.Databases;

public class TableHasPointInTimeRecoveryTests
{
    private static readonly TableHasPointInTimeRecovery Rule = new();

    [Theory]
    [InlineData(
        "aws:dynamodb/table:Table",
        """{ "pointInTimeRecovery": { "enabled": true }, "replicas": [{ "regionName": "eu-central-1", "pointInTimeRecovery": true }] }""")]
    [InlineData("aws:dynamodb/tableReplica:TableReplica", """{ "pointInTimeRecovery": true }""")]
    [InlineData("aws:keyspaces/table:Table", """{ "pointInTimeRecovery": { "status": "ENABLED" } }""")]
    public void Sound_IsCompliant(string type, string inputs) => Assert.Empty(Graph(type, inputs).Violations(Rule));

    [Theory]
    [InlineData("aws:dynamodb/table:Table", """{}""", "the table has no point-in-time recovery")]
    [InlineData("aws:dynamodb/table:Table", """{ "pointInTimeRecovery": { "enabled": false } }""", "the table has no point-in-time recovery")]
    [InlineData(
        "aws:dynamodb/table:Table", """{ "pointInTimeRecovery": { "enabled": true }, "replicas": [{ "regionName": "eu-central-1" }] }""",
        "the replica in eu-central-1 has no point-in-time recovery")]
    [InlineData("aws:dynamodb/tableReplica:TableReplica", """{}""", "the replica has no point-in-time recovery")]
    [InlineData("aws:keyspaces/table:Table", "{}", "point-in-time recovery is DISABLED")]
    [InlineData("aws:keyspaces/table:Table", """{ "pointInTimeRecovery": { "status": "DISABLED" } }""", "point-in-time recovery is DISABLED")]
    public void Weakened_IsAViolation(string type, string inputs, string message) => Assert.Equal(["data: " + message], Graph(type, inputs).Violations(Rule));

    [Theory]
    [InlineData("aws:dynamodb/table:Table", """{ "pointInTimeRecovery": "?" }""", "pointInTimeRecovery.enabled")]
    [InlineData("aws:dynamodb/tableReplica:TableReplica", """{ "pointInTimeRecovery": "?" }""", "pointInTimeRecovery")]
    [InlineData("aws:keyspaces/table:Table", """{ "pointInTimeRecovery": { "status": "?" } }""", "pointInTimeRecovery.status")]
    public void Unknown_IsReportedAsUnknown(string type, string inputs, string property) =>
        Assert.Equal(["data: " + property], Graph(type, inputs).Unknown(Rule));

    private static TestGraph Graph(string type, string inputs) => new TestGraph().Add(type, "data", inputs);
}
