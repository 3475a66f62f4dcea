using DrInfra.Policies.Rules.Databases;

namespace DrInfra.Tests.Policies.Rules.Databases;

public class ParameterGroupFitsItsDatabaseTests
{
    private static readonly ParameterGroupFitsItsDatabase Rule = new();

    [Theory]
    [InlineData(
        "primary-parameters", """{ "family": "aurora-postgresql15" }""",
        "primary-parameters: its family is aurora-postgresql15, primary needs aurora-postgresql16")]
    [InlineData("primary", """{ "engineVersion": "17.4" }""", "primary-parameters: its family is aurora-postgresql16, primary needs aurora-postgresql17")]
    public void Weakened_IsAViolation(string resource, string changes, string violation) =>
        Assert.Equal([violation], new AuroraGraph().With(resource, changes).Violations(Rule));

    [Theory]
    [InlineData("primary-parameters", """{ "family": "?" }""", "primary-parameters: family")]
    public void Unknown_IsReportedAsUnknown(string resource, string changes, string unknown) =>
        Assert.Equal([unknown], new AuroraGraph().With(resource, changes).Unknown(Rule));

    [Theory]
    [InlineData("mysql", "8.0.35", "mysql8.0")]
    [InlineData("aurora-mysql", "8.0.mysql_aurora.3.05.2", "aurora-mysql8.0")]
    [InlineData("postgres", "16", "postgres16")]
    public void FamilyOfTheInstancesEngine_IsCompliant(string engine, string version, string family) => Assert.Empty(new TestGraph()
        .Add("aws:rds/parameterGroup:ParameterGroup", "group", $$"""{ "name": "group", "family": "{{family}}" }""")
        .Add("aws:rds/instance:Instance", "data", $$"""{ "engine": "{{engine}}", "engineVersion": "{{version}}", "parameterGroupName": "group" }""")
        .Violations(Rule));
}
