using DrInfra.Policies.Rules.Databases;

namespace DrInfra.Tests.Policies.Rules.Databases;

public class CommitsAreDurableTests
{
    private static readonly CommitsAreDurable Rule = new();

    [Theory]
    [InlineData("aws:rds/parameterGroup:ParameterGroup", """{}""")]
    [InlineData("aws:rds/parameterGroup:ParameterGroup", """{ "parameters": [{ "name": "innodb_flush_log_at_trx_commit", "value": "1" }] }""")]
    [InlineData("aws:rds/clusterParameterGroup:ClusterParameterGroup", """{ "parameters": [{ "name": "synchronous_commit", "value": "on" }] }""")]
    public void Sound_IsCompliant(string type, string inputs) => Assert.Empty(Graph(type, inputs).Violations(Rule));

    [Theory]
    [InlineData(
        "aws:rds/parameterGroup:ParameterGroup", """{ "parameters": [{ "name": "innodb_flush_log_at_trx_commit", "value": "2" }] }""",
        "innodb_flush_log_at_trx_commit is 2, 1 needed")]
    [InlineData(
        "aws:rds/clusterParameterGroup:ClusterParameterGroup", """{ "parameters": [{ "name": "innodb_flush_log_at_trx_commit", "value": "0" }] }""",
        "innodb_flush_log_at_trx_commit is 0, 1 needed")]
    [InlineData(
        "aws:rds/clusterParameterGroup:ClusterParameterGroup", """{ "parameters": [{ "name": "synchronous_commit", "value": "off" }] }""",
        "synchronous_commit is off, on needed")]
    public void Weakened_IsAViolation(string type, string inputs, string message) => Assert.Equal(["data: " + message], Graph(type, inputs).Violations(Rule));

    [Theory]
    [InlineData("aws:rds/parameterGroup:ParameterGroup", """{ "parameters": [{ "name": "sync_binlog", "value": "?" }] }""", "parameters[0].value")]
    public void Unknown_IsReportedAsUnknown(string type, string inputs, string property) =>
        Assert.Equal(["data: " + property], Graph(type, inputs).Unknown(Rule));

    private static TestGraph Graph(string type, string inputs) => new TestGraph().Add(type, "data", inputs);
}
