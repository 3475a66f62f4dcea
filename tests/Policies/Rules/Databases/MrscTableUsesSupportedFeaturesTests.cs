using DrInfra.Policies.Rules.Databases;

namespace DrInfra.Tests.Policies.Rules.Databases;

public class MrscTableUsesSupportedFeaturesTests
{
    private static readonly MrscTableUsesSupportedFeatures Rule = new();

    [Theory]
    [InlineData("""{  "replicas": [{ "regionName": "eu-central-1", "consistencyMode": "STRONG" }] }""")]
    [InlineData("""{ "ttl": { "enabled": false }, "replicas": [{ "regionName": "eu-central-1", "consistencyMode": "STRONG" }] }""")]
    public void Sound_IsCompliant(string inputs) => Assert.Empty(Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData(
        """{ "ttl": { "enabled": true, "attributeName": "t" }, "replicas": [{ "regionName": "eu-central-1", "consistencyMode": "STRONG" }] }""",
        "it is strongly consistent and has TTL enabled")]
    [InlineData(
        """{ "localSecondaryIndexes": [{ "name": "i" }], "replicas": [{ "regionName": "eu-central-1", "consistencyMode": "STRONG" }] }""",
        "it is strongly consistent and has local secondary indexes")]
    public void Weakened_IsAViolation(string inputs, string message) => Assert.Equal(["data: " + message], Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("""{ "ttl": { "enabled": "?" }, "replicas": [{ "regionName": "eu-central-1", "consistencyMode": "STRONG" }] }""", "ttl.enabled")]
    public void Unknown_IsReportedAsUnknown(string inputs, string property) => Assert.Equal(["data: " + property], Graph(inputs).Unknown(Rule));

    [Theory]
    [InlineData("""{ "ttl": { "enabled": true } }""")]
    public void Other_IsNotJudged(string inputs) => Assert.Empty(Graph(inputs).Violations(Rule));

    private static TestGraph Graph(string inputs) => new TestGraph().Add("aws:dynamodb/table:Table", "data", inputs);
}
