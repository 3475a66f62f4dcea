using DrInfra.Policies.Rules.Databases;

namespace DrInfra.Tests.Policies.Rules.Databases;

public class ReplicasCarryTagsTests
{
    private static readonly ReplicasCarryTags Rule = new();

    [Theory]
    [InlineData("""{ "tags": { "a": "b" }, "replicas": [{ "regionName": "eu-central-1", "propagateTags": true }] }""")]
    public void Sound_IsCompliant(string inputs) => Assert.Empty(Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("""{ "tags": { "a": "b" }, "replicas": [{ "regionName": "eu-central-1" }] }""", "the replica in eu-central-1 gets no tags")]
    public void Weakened_IsAViolation(string inputs, string message) => Assert.Equal(["data: " + message], Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("""{ "tags": { "a": "b" }, "replicas": [{ "regionName": "eu-central-1", "propagateTags": "?" }] }""", "replicas[0].propagateTags")]
    public void Unknown_IsReportedAsUnknown(string inputs, string property) => Assert.Equal(["data: " + property], Graph(inputs).Unknown(Rule));

    [Theory]
    [InlineData("""{ "replicas": [{ "regionName": "eu-central-1" }] }""")]
    public void Other_IsNotJudged(string inputs) => Assert.Empty(Graph(inputs).Violations(Rule));

    private static TestGraph Graph(string inputs) => new TestGraph().Add("aws:dynamodb/table:Table", "data", inputs);
}
