using DrInfra.Policies.Rules.Databases;

namespace DrInfra.Tests.Policies.Rules.Databases;

public class ReplicasShareAConsistencyModeTests
{
    private static readonly ReplicasShareAConsistencyMode Rule = new();

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{ "replicas": [{ "regionName": "r0", "consistencyMode": "STRONG" }, { "regionName": "r1", "consistencyMode": "STRONG" }] }""")]
    [InlineData("""{ "replicas": [{ "regionName": "r0" }, { "regionName": "r1", "consistencyMode": "EVENTUAL" }] }""")]
    public void Sound_IsCompliant(string inputs) => Assert.Empty(Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData(
        """{ "replicas": [{ "regionName": "r0", "consistencyMode": "STRONG" }, { "regionName": "r1", "consistencyMode": "EVENTUAL" }] }""",
        "its replicas have different consistency modes")]
    [InlineData(
        """{ "replicas": [{ "regionName": "r0" }, { "regionName": "r1", "consistencyMode": "STRONG" }] }""", "its replicas have different consistency modes")]
    [InlineData("""{ "replicas": [{ "regionName": "r0", "consistencyMode": "STRONGX" }] }""", "consistencyMode is not valid: STRONGX")]
    public void Weakened_IsAViolation(string inputs, string message) => Assert.Equal(["data: " + message], Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("""{ "replicas": [{ "regionName": "r0", "consistencyMode": "?" }] }""", "replicas[0].consistencyMode")]
    public void Unknown_IsReportedAsUnknown(string inputs, string property) => Assert.Equal(["data: " + property], Graph(inputs).Unknown(Rule));

    private static TestGraph Graph(string inputs) => new TestGraph().Add("aws:dynamodb/table:Table", "data", inputs);
}
