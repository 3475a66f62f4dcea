using DrInfra.Policies.Rules.Databases;

namespace DrInfra.Tests.Policies.Rules.Databases;

public class GlobalTableHasStatedNameTests
{
    private static readonly GlobalTableHasStatedName Rule = new();

    [Theory]
    [InlineData("""{ "name": "orders", "replicas": [{}] }""")]
    public void Sound_IsCompliant(string inputs) => Assert.Empty(Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("""{ "replicas": [{}] }""", "its name is made up at deployment")]
    [InlineData("""{ "name": "orders-1f", "__defaults": ["name"], "replicas": [{}] }""", "its name is made up at deployment")]
    public void Weakened_IsAViolation(string inputs, string message) => Assert.Equal(["data: " + message], Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("""{ "name": "?", "replicas": [{}] }""", "name")]
    public void Unknown_IsReportedAsUnknown(string inputs, string property) => Assert.Equal(["data: " + property], Graph(inputs).Unknown(Rule));

    [Theory]
    [InlineData("""{}""")]
    public void Other_IsNotJudged(string inputs) => Assert.Empty(Graph(inputs).Violations(Rule));

    private static TestGraph Graph(string inputs) => new TestGraph().Add("aws:dynamodb/table:Table", "data", inputs);
}
