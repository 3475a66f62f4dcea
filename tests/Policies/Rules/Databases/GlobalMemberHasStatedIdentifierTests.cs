using DrInfra.Policies.Rules.Databases;

namespace DrInfra.Tests.Policies.Rules.Databases;

public class GlobalMemberHasStatedIdentifierTests
{
    private static readonly GlobalMemberHasStatedIdentifier Rule = new();

    [Theory]
    [InlineData("""{ "globalClusterIdentifier": "g", "clusterIdentifier": "a" }""")]
    public void Sound_IsCompliant(string inputs) => Assert.Empty(Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("""{ "globalClusterIdentifier": "g" }""", "its identifier is made up at deployment")]
    [InlineData("""{ "globalClusterIdentifier": "g", "clusterIdentifier": "a-1f", "__defaults": ["clusterIdentifier"] }""", "its identifier is made up at deployment")]
    public void Weakened_IsAViolation(string inputs, string message) => Assert.Equal(["data: " + message], Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("""{ "globalClusterIdentifier": "g", "clusterIdentifier": "?" }""", "clusterIdentifier")]
    public void Unknown_IsReportedAsUnknown(string inputs, string property) => Assert.Equal(["data: " + property], Graph(inputs).Unknown(Rule));

    [Theory]
    [InlineData("""{}""")]
    public void Other_IsNotJudged(string inputs) => Assert.Empty(Graph(inputs).Violations(Rule));

    private static TestGraph Graph(string inputs) => new TestGraph().Add("aws:rds/cluster:Cluster", "data", inputs);
}
