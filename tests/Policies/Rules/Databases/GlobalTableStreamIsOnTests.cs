using DrInfra.Policies.Rules.Databases;

namespace DrInfra.Tests.Policies.Rules.Databases;

public class GlobalTableStreamIsOnTests
{
    private static readonly GlobalTableStreamIsOn Rule = new();

    [Theory]
    [InlineData("""{ "streamEnabled": true, "streamViewType": "NEW_AND_OLD_IMAGES", "replicas": [{ "regionName": "eu-central-1" }] }""")]
    public void Sound_IsCompliant(string inputs) => Assert.Empty(Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("""{ "streamViewType": "NEW_AND_OLD_IMAGES", "replicas": [{}] }""", "its stream is off")]
    [InlineData("""{ "streamEnabled": true, "streamViewType": "NEW_IMAGE", "replicas": [{}] }""", "its stream holds NEW_IMAGE, NEW_AND_OLD_IMAGES needed")]
    [InlineData("""{ "streamEnabled": true, "replicas": [{}] }""", "its stream holds nothing, NEW_AND_OLD_IMAGES needed")]
    public void Weakened_IsAViolation(string inputs, string message) => Assert.Equal(["data: " + message], Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("""{ "streamEnabled": "?", "streamViewType": "NEW_AND_OLD_IMAGES", "replicas": [{}] }""", "streamEnabled")]
    public void Unknown_IsReportedAsUnknown(string inputs, string property) => Assert.Equal(["data: " + property], Graph(inputs).Unknown(Rule));

    [Theory]
    [InlineData("""{}""")]
    public void Other_IsNotJudged(string inputs) => Assert.Empty(Graph(inputs).Violations(Rule));

    private static TestGraph Graph(string inputs) => new TestGraph().Add("aws:dynamodb/table:Table", "data", inputs);
}
