using DrInfra.Policies.Rules.Data;

namespace DrInfra.Tests.Policies.Rules.Data;

public class CopiesCarryTagsTests
{
    private static readonly CopiesCarryTags Rule = new();

    [Theory]
    [InlineData("aws:rds/cluster:Cluster", """{ "copyTagsToSnapshot": true }""")]
    [InlineData("aws:rds/instance:Instance", """{ "replicateSourceDb": "main" }""")]
    [InlineData("aws:dynamodb/table:Table", """{ "tags": { "a": "b" }, "replicas": [{ "regionName": "eu-central-1", "propagateTags": true }] }""")]
    [InlineData("aws:dynamodb/table:Table", """{ "replicas": [{ "regionName": "eu-central-1" }] }""")]
    public void Sound_IsCompliant(string type, string inputs) => Assert.Empty(Graph(type, inputs).Violations(Rule));

    [Theory]
    [InlineData("aws:rds/cluster:Cluster", """{}""", "tags are not copied to snapshots")]
    [InlineData("aws:rds/instance:Instance", """{ "copyTagsToSnapshot": false }""", "tags are not copied to snapshots")]
    [InlineData(
        "aws:dynamodb/table:Table", """{ "tags": { "a": "b" }, "replicas": [{ "regionName": "eu-central-1" }] }""",
            "the replica in eu-central-1 does not get the table's tags")]
    public void Weak_IsAViolation(string type, string inputs, string message) => Assert.Contains($"data: {message}", Graph(type, inputs).Violations(Rule));

    [Theory]
    [InlineData("aws:rds/cluster:Cluster", """{ "copyTagsToSnapshot": "?" }""", "copyTagsToSnapshot")]
    [InlineData(
        "aws:dynamodb/table:Table", """{ "tags": { "a": "b" }, "replicas": [{ "regionName": "eu-central-1", "propagateTags": "?" }] }""",
        "replicas[0].propagateTags")]
    public void Unknown_IsReportedAsUnknown(string type, string inputs, string property) =>
        Assert.Equal([$"data: {property}"], Graph(type, inputs).Unknown(Rule));

    private static TestGraph Graph(string type, string inputs) => new TestGraph().Add(type, "data", inputs);
}
