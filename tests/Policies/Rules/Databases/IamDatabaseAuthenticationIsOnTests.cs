using DrInfra.Policies.Rules.Databases;

namespace DrInfra.Tests.Policies.Rules.Databases;

public class IamDatabaseAuthenticationIsOnTests
{
    private static readonly IamDatabaseAuthenticationIsOn Rule = new();

    [Theory]
    [InlineData("aws:rds/cluster:Cluster", """{ "engine": "aurora-postgresql", "iamDatabaseAuthenticationEnabled": true }""")]
    public void Sound_IsCompliant(string type, string inputs) => Assert.Empty(Graph(type, inputs).Violations(Rule));

    [Theory]
    [InlineData("aws:rds/cluster:Cluster", """{ "engine": "aurora-mysql" }""", "it accepts passwords only")]
    [InlineData("aws:rds/instance:Instance", """{ "engine": "postgres", "iamDatabaseAuthenticationEnabled": false }""", "it accepts passwords only")]
    public void Weakened_IsAViolation(string type, string inputs, string message) => Assert.Equal(["data: " + message], Graph(type, inputs).Violations(Rule));

    [Theory]
    [InlineData("aws:rds/cluster:Cluster", """{ "iamDatabaseAuthenticationEnabled": "?" }""", "iamDatabaseAuthenticationEnabled")]
    public void Unknown_IsReportedAsUnknown(string type, string inputs, string property) =>
        Assert.Equal(["data: " + property], Graph(type, inputs).Unknown(Rule));

    [Theory]
    [InlineData("aws:rds/instance:Instance", """{ "engine": "oracle-ee" }""")]
    public void Other_IsNotJudged(string type, string inputs) => Assert.Empty(Graph(type, inputs).Violations(Rule));

    private static TestGraph Graph(string type, string inputs) => new TestGraph().Add(type, "data", inputs);
}
