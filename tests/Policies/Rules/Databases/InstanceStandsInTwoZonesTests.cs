using DrInfra.Policies.Rules.Databases;

namespace DrInfra.Tests.Policies.Rules.Databases;

public class InstanceStandsInTwoZonesTests
{
    private static readonly InstanceStandsInTwoZones Rule = new();

    [Theory]
    [InlineData("""{ "multiAz": true }""")]
    public void Sound_IsCompliant(string inputs) => Assert.Empty(Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("""{}""", "it stands in one zone only")]
    [InlineData("""{ "multiAz": false }""", "it stands in one zone only")]
    public void Weakened_IsAViolation(string inputs, string message) => Assert.Equal(["data: " + message], Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("""{ "multiAz": "?" }""", "multiAz")]
    public void Unknown_IsReportedAsUnknown(string inputs, string property) => Assert.Equal(["data: " + property], Graph(inputs).Unknown(Rule));

    [Theory]
    [InlineData("""{ "replicateSourceDb": "?" }""")]
    public void Other_IsNotJudged(string inputs) => Assert.Empty(Graph(inputs).Violations(Rule));

    private static TestGraph Graph(string inputs) => new TestGraph().Add("aws:rds/instance:Instance", "data", inputs);
}
