using DrInfra.Policies.Rules.Databases;

namespace DrInfra.Tests.Policies.Rules.Databases;

public class FinalSnapshotHasNameTests
{
    private static readonly FinalSnapshotHasName Rule = new();

    [Theory]
    [InlineData("aws:rds/cluster:Cluster", """{ "finalSnapshotIdentifier": "last" }""")]
    [InlineData("aws:rds/cluster:Cluster", """{ "finalSnapshotIdentifier": "?" }""")]
    public void Sound_IsCompliant(string type, string inputs) => Assert.Empty(Graph(type, inputs).Violations(Rule));

    [Theory]
    [InlineData("aws:rds/cluster:Cluster", """{}""", "the final snapshot has no name, so a deletion is refused")]
    [InlineData("aws:rds/instance:Instance", """{ "skipFinalSnapshot": false }""", "the final snapshot has no name, so a deletion is refused")]
    public void Weakened_IsAViolation(string type, string inputs, string message) => Assert.Equal(["data: " + message], Graph(type, inputs).Violations(Rule));

    [Theory]
    [InlineData("aws:rds/cluster:Cluster", """{ "skipFinalSnapshot": true }""")]
    [InlineData("aws:rds/instance:Instance", """{ "replicateSourceDb": "main" }""")]
    public void Other_IsNotJudged(string type, string inputs) => Assert.Empty(Graph(type, inputs).Violations(Rule));

    private static TestGraph Graph(string type, string inputs) => new TestGraph().Add(type, "data", inputs);
}
