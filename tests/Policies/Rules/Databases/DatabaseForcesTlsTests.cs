using DrInfra.Policies.Rules.Databases;

namespace DrInfra.Tests.Policies.Rules.Databases;

public class DatabaseForcesTlsTests
{
    private static readonly DatabaseForcesTls Rule = new();

    [Theory]
    [InlineData("primary", """{ "dbClusterParameterGroupName": null, "engineVersion": "17.4" }""")]
    [InlineData("primary", """{ "engine": "oracle-ee" }""")]
    public void SoundVariant_IsCompliant(string resource, string changes) => Assert.Empty(new AuroraGraph().With(resource, changes).Violations(Rule));

    [Theory]
    [InlineData("primary-parameters", """{ "parameters": [] }""", "primary: rds.force_ssl is not set, 1 needed")]
    [InlineData("primary-parameters", """{ "parameters": [{ "name": "rds.force_ssl", "value": "0" }] }""", "primary: rds.force_ssl is 0, 1 needed")]
    [InlineData("standby", """{ "dbClusterParameterGroupName": null }""", "standby: rds.force_ssl is not set, 1 needed")]
    [InlineData("standby", """{ "dbClusterParameterGroupName": "default.aurora-postgresql16" }""", "standby: rds.force_ssl is not set, 1 needed")]
    public void Weakened_IsAViolation(string resource, string changes, string violation) =>
        Assert.Equal([violation], new AuroraGraph().With(resource, changes).Violations(Rule));

    [Theory]
    [InlineData("standby", """{ "dbClusterParameterGroupName": "elsewhere" }""", "standby: dbClusterParameterGroupName")]
    [InlineData("primary-parameters", """{ "parameters": "?" }""", "primary: dbClusterParameterGroupName")]
    public void Unknown_IsReportedAsUnknown(string resource, string changes, string unknown) =>
        Assert.Equal([unknown], new AuroraGraph().With(resource, changes).Unknown(Rule));

    [Theory]
    [InlineData("mysql", "8.0", "data: require_secure_transport is not set, 1 needed")]
    [InlineData("postgres", "14.9", "data: rds.force_ssl is not set, 1 needed")]
    [InlineData("postgres", "15.2")]
    public void InstanceWithoutGroup_IsJudgedByItsEnginesDefault(string engine, string version, params string[] violations) => Assert.Equal(
        violations,
        new TestGraph().Add("aws:rds/instance:Instance", "data", $$"""{ "engine": "{{engine}}", "engineVersion": "{{version}}" }""").Violations(Rule));
}
