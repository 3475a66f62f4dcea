using DrInfra.Policies.Rules.Databases;

namespace DrInfra.Tests.Policies.Rules.Databases;

public class ManagedRpoIsOnThePrimaryTests
{
    private static readonly ManagedRpoIsOnThePrimary Rule = new();

    [Theory]
    [InlineData("primary-parameters", """{ "parameters": [{ "name": "rds.global_db_rpo", "value": "20" }] }""")]
    public void SoundVariant_IsCompliant(string resource, string changes) => Assert.Empty(new AuroraGraph().With(resource, changes).Violations(Rule));

    [Theory]
    [InlineData(
        "primary-parameters", """{ "parameters": [{ "name": "rds.global_db_rpo", "value": "19" }] }""",
        "primary-parameters: rds.global_db_rpo is 19, 20 s or more needed")]
    [InlineData(
        "standby-parameters", """{ "parameters": [{ "name": "rds.global_db_rpo", "value": "60" }] }""",
        "standby-parameters: rds.global_db_rpo is set in the parameter group of the secondary standby")]
    public void Weakened_IsAViolation(string resource, string changes, string violation) =>
        Assert.Equal([violation], new AuroraGraph().With(resource, changes).Violations(Rule));

    [Theory]
    [InlineData("primary-parameters", """{ "parameters": [{ "name": "rds.global_db_rpo", "value": "?" }] }""", "primary-parameters: parameters[0].value")]
    public void Unknown_IsReportedAsUnknown(string resource, string changes, string unknown) =>
        Assert.Equal([unknown], new AuroraGraph().With(resource, changes).Unknown(Rule));

    [Fact]
    public void OutsideOfAGlobalDatabase_IsAViolation() => Assert.Equal(
        ["primary-parameters: rds.global_db_rpo has no effect on primary, which is in no global database"],
        new AuroraGraph()
            .With("primary-parameters", """{ "parameters": [{ "name": "rds.global_db_rpo", "value": "60" }] }""")
            .With("primary", """{ "globalClusterIdentifier": null }""").Violations(Rule));
}
