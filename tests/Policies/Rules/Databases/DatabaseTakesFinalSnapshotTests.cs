using DrInfra.Policies.Rules.Databases;

namespace DrInfra.Tests.Policies.Rules.Databases;

public class DatabaseTakesFinalSnapshotTests
{
    private static readonly DatabaseTakesFinalSnapshot Rule = new();

    [Theory]
    [InlineData("aws:rds/cluster:Cluster", """{ "skipFinalSnapshot": false }""")]
    [InlineData("aws:rds/cluster:Cluster", """{}""")]
    public void Sound_IsCompliant(string type, string inputs) => Assert.Empty(Graph(type, inputs).Violations(Rule));

    [Theory]
    [InlineData("aws:rds/cluster:Cluster", """{ "skipFinalSnapshot": true }""", "a deletion leaves no final snapshot")]
    [InlineData("aws:rds/instance:Instance", """{ "skipFinalSnapshot": true }""", "a deletion leaves no final snapshot")]
    public void Weakened_IsAViolation(string type, string inputs, string message) => Assert.Equal(["data: " + message], Graph(type, inputs).Violations(Rule));

    [Theory]
    [InlineData("aws:rds/cluster:Cluster", """{ "skipFinalSnapshot": "?" }""", "skipFinalSnapshot")]
    public void Unknown_IsReportedAsUnknown(string type, string inputs, string property) => Assert.Equal(["data: " + property], Graph(type, inputs).Unknown(Rule));

    [Theory]
    [InlineData("aws:rds/instance:Instance", """{ "skipFinalSnapshot": true, "replicateSourceDb": "main" }""")]
    public void Other_IsNotJudged(string type, string inputs) => Assert.Empty(Graph(type, inputs).Violations(Rule));

    private static TestGraph Graph(string type, string inputs) => new TestGraph().Add(type, "data", inputs);
}
