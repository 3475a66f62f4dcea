using DrInfra.Policies.Rules.Databases;

namespace DrInfra.Tests.Policies.Rules.Databases;

public class AutomatedBackupsOutliveDatabaseTests
{
    private static readonly AutomatedBackupsOutliveDatabase Rule = new();

    [Theory]
    [InlineData("aws:rds/cluster:Cluster", """{ "deleteAutomatedBackups": false }""")]
    public void Sound_IsCompliant(string type, string inputs) => Assert.Empty(Graph(type, inputs).Violations(Rule));

    [Theory]
    [InlineData("aws:rds/cluster:Cluster", """{}""", "automated backups are deleted with the database")]
    [InlineData("aws:rds/instance:Instance", """{ "deleteAutomatedBackups": true }""", "automated backups are deleted with the database")]
    public void Weakened_IsAViolation(string type, string inputs, string message) => Assert.Equal(["data: " + message], Graph(type, inputs).Violations(Rule));

    [Theory]
    [InlineData("aws:rds/cluster:Cluster", """{ "deleteAutomatedBackups": "?" }""", "deleteAutomatedBackups")]
    public void Unknown_IsReportedAsUnknown(string type, string inputs, string property) =>
        Assert.Equal(["data: " + property], Graph(type, inputs).Unknown(Rule));

    [Theory]
    [InlineData("aws:rds/instance:Instance", """{ "replicateSourceDb": "main" }""")]
    public void Other_IsNotJudged(string type, string inputs) => Assert.Empty(Graph(type, inputs).Violations(Rule));

    private static TestGraph Graph(string type, string inputs) => new TestGraph().Add(type, "data", inputs);
}
