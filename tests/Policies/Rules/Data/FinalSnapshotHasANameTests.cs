using DrInfra.Policies.Rules.Data;

namespace DrInfra.Tests.Policies.Rules.Data;

public class FinalSnapshotHasANameTests
{
    private static readonly FinalSnapshotHasAName Rule = new();

    [Theory]
    [InlineData("aws:rds/cluster:Cluster", """{ "finalSnapshotIdentifier": "last" }""")]
    [InlineData("aws:rds/cluster:Cluster", """{ "finalSnapshotIdentifier": "?" }""")]
    [InlineData("aws:rds/cluster:Cluster", """{ "skipFinalSnapshot": true }""")]
    [InlineData("aws:rds/instance:Instance", """{ "replicateSourceDb": "main" }""")]
    public void Sound_IsCompliant(string type, string inputs) => Assert.Empty(Graph(type, inputs).Violations(Rule));

    [Theory]
    [InlineData("aws:rds/cluster:Cluster", """{}""", "the final snapshot has no name: the deletion fails")]
    [InlineData("aws:rds/instance:Instance", """{ "skipFinalSnapshot": false }""", "the final snapshot has no name: the deletion fails")]
    [InlineData("aws:redshift/cluster:Cluster", "{}", "the final snapshot has no name: the deletion fails")]
    public void Weak_IsAViolation(string type, string inputs, string message) => Assert.Contains($"data: {message}", Graph(type, inputs).Violations(Rule));

    private static TestGraph Graph(string type, string inputs) => new TestGraph().Add(type, "data", inputs);
}
