using DrInfra.Policies.Rules.Databases;

namespace DrInfra.Tests.Policies.Rules.Databases;

public class ClusterCanBacktrackTests
{
    private static readonly ClusterCanBacktrack Rule = new();

    [Theory]
    [InlineData("""{ "engine": "aurora-mysql", "backtrackWindow": 86400 }""")]
    public void Sound_IsCompliant(string inputs) => Assert.Empty(Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("""{ "engine": "aurora-mysql" }""", "backtracking is off: backtrackWindow is 0")]
    [InlineData("""{ "engine": "aurora-mysql", "backtrackWindow": 0 }""", "backtracking is off: backtrackWindow is 0")]
    public void Weakened_IsAViolation(string inputs, string message) => Assert.Equal(["data: " + message], Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("""{ "engine": "aurora-mysql", "backtrackWindow": "?" }""", "backtrackWindow")]
    public void Unknown_IsReportedAsUnknown(string inputs, string property) => Assert.Equal(["data: " + property], Graph(inputs).Unknown(Rule));

    [Theory]
    [InlineData("""{ "engine": "aurora-postgresql" }""")]
    [InlineData("""{ "engine": "aurora-mysql", "globalClusterIdentifier": "g" }""")]
    public void Other_IsNotJudged(string inputs) => Assert.Empty(Graph(inputs).Violations(Rule));

    private static TestGraph Graph(string inputs) => new TestGraph().Add("aws:rds/cluster:Cluster", "data", inputs);
}
