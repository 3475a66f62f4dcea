using System.Text.Json.Nodes;
using DrInfra.Policies.Rules.Databases;

namespace DrInfra.Tests.Policies.Rules.Databases;

public class DatabaseRetentionIsLongEnoughTests
{
    private static readonly DatabaseRetentionIsLongEnough Rule = new();

    [Theory]
    [InlineData("aws:rds/cluster:Cluster", """{ "backupRetentionPeriod": 7 }""")]
    [InlineData("aws:rds/cluster:Cluster", """{ "backupRetentionPeriod": 35 }""")]
    [InlineData("aws:rds/instance:Instance", """{ "backupRetentionPeriod": 8 }""")]
    public void Sound_IsCompliant(string type, string inputs) => Assert.Empty(Graph(type, inputs).Violations(Rule));

    [Theory]
    [InlineData("aws:rds/cluster:Cluster", """{ "backupRetentionPeriod": 6 }""", "retention is 6 days, 7 needed")]
    [InlineData("aws:rds/cluster:Cluster", """{}""", "retention is 1 day, 7 needed")]
    [InlineData("aws:rds/instance:Instance", """{}""", "retention is 0 days, 7 needed")]
    [InlineData("aws:rds/instance:Instance", """{ "backupRetentionPeriod": 0 }""", "retention is 0 days, 7 needed")]
    [InlineData("aws:rds/cluster:Cluster", """{ "backupRetentionPeriod": 36 }""", "retention is 36 days, 35 is the most that the service takes")]
    public void Weakened_IsAViolation(string type, string inputs, string message) => Assert.Equal(["data: " + message], Graph(type, inputs).Violations(Rule));

    [Theory]
    [InlineData("aws:rds/cluster:Cluster", """{ "backupRetentionPeriod": "?" }""", "backupRetentionPeriod")]
    public void Unknown_IsReportedAsUnknown(string type, string inputs, string property) => Assert.Equal(["data: " + property], Graph(type, inputs).Unknown(Rule));

    [Theory]
    [InlineData("aws:rds/instance:Instance", """{ "replicateSourceDb": "main" }""")]
    public void Other_IsNotJudged(string type, string inputs) => Assert.Empty(Graph(type, inputs).Violations(Rule));

    [Fact]
    public void LeftToSomethingElse_IsUnknown() => Assert.Equal(["data: backupRetentionPeriod"], new TestGraph()
        .Add("aws:rds/cluster:Cluster", "data", options: options => options["ignoreChanges"] = new JsonArray("backupRetentionPeriod")).Unknown(Rule));

    private static TestGraph Graph(string type, string inputs) => new TestGraph().Add(type, "data", inputs);
}
