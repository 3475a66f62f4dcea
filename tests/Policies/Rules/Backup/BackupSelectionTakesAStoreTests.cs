using DrInfra.Policies.Rules.Backup;

namespace DrInfra.Tests.Policies.Rules.Backup;

public class BackupSelectionTakesAStoreTests
{
    private static readonly BackupSelectionTakesAStore Rule = new();

    [Fact]
    public void Sound_IsCompliant() => BackupGraph.AssertSound(Rule);

    [Theory]
    [InlineData("\"value\": \"orders\"", "\"value\": \"others\"", "the selection matches no store of eu-west-1")]
    [InlineData("table/*\"]", "index/*\"]", "matches no store")]
    [InlineData("\"aws:ResourceTag/dr:workload\"", "\"aws:ResourceTag/dr:owner\"", "matches no store")]
    [InlineData(
        "\"resources\": [\"arn:aws:dynamodb:*:*:table/*\"],", "\"resources\": [\"arn:aws:dynamodb:*:*:table/*\"], \"notResources\": [\"*orders\"],",
        "matches no store")]
    public void Weakened_IsAViolation(string from, string to, string message) =>
        BackupGraph.AssertNoticed(Rule, from, to, message);

    [Theory]
    [InlineData("replica", 0)]
    [InlineData("table", 1)]
    public void SelectionInTheRegionOfATableReplica_TakesItByItsOwnTags(string tag, int violations) => Assert.Equal(violations, new TestGraph()
        .Add("aws:dynamodb/table:Table", "orders", """{ "name": "orders", "tags": { "is": "table" } }""")
        .Add("aws:dynamodb/tableReplica:TableReplica", "orders-away", """{ "globalTableArn": "?", "tags": { "is": "replica" } }""", "eu-central-1",
            dependencies: ("globalTableArn", "aws:dynamodb/table:Table", "orders"))
        .Add(
            "aws:backup/selection:Selection", "away", $$"""{ "selectionTags": [{ "type": "STRINGEQUALS", "key": "is", "value": "{{tag}}" }] }""",
            "eu-central-1")
        .Violations(Rule).Length);

    [Theory]
    [InlineData("arn:aws:dynamodb:*:*:table/*", "arn:aws:rds:*:*:cluster:*")]
    [InlineData("\"value\": \"orders\"", "\"value\": \"?\"")]
    public void Unknown_IsReportedAsUnknown(string from, string to) =>
        BackupGraph.AssertNoticed(Rule, from, to, "?");
}
