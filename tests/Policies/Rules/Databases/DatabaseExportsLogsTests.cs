using DrInfra.Policies.Rules.Databases;

namespace DrInfra.Tests.Policies.Rules.Databases;

public class DatabaseExportsLogsTests
{
    private static readonly DatabaseExportsLogs Rule = new();

    [Theory]
    [InlineData("aws:rds/cluster:Cluster", """{ "enabledCloudwatchLogsExports": ["postgresql"] }""")]
    [InlineData("aws:neptune/cluster:Cluster", """{ "enableCloudwatchLogsExports": ["audit"] }""")]
    public void Sound_IsCompliant(string type, string inputs) => Assert.Empty(Graph(type, inputs).Violations(Rule));

    [Theory]
    [InlineData("aws:rds/cluster:Cluster", """{}""", "no error log is exported")]
    [InlineData("aws:rds/cluster:Cluster", """{ "enabledCloudwatchLogsExports": [] }""", "no error log is exported")]
    [InlineData("aws:rds/instance:Instance", """{ "enabledCloudwatchLogsExports": ["general"] }""", "no error log is exported")]
    public void Weakened_IsAViolation(string type, string inputs, string message) => Assert.Equal(["data: " + message], Graph(type, inputs).Violations(Rule));

    [Theory]
    [InlineData("aws:rds/cluster:Cluster", """{ "enabledCloudwatchLogsExports": "?" }""", "enabledCloudwatchLogsExports")]
    [InlineData("aws:rds/cluster:Cluster", """{ "enabledCloudwatchLogsExports": ["?"] }""", "enabledCloudwatchLogsExports")]
    public void Unknown_IsReportedAsUnknown(string type, string inputs, string property) =>
        Assert.Equal(["data: " + property], Graph(type, inputs).Unknown(Rule));

    private static TestGraph Graph(string type, string inputs) => new TestGraph().Add(type, "data", inputs);
}
