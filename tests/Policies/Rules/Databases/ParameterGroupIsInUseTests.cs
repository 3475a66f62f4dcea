using DrInfra.Policies.Rules.Databases;

namespace DrInfra.Tests.Policies.Rules.Databases;

public class ParameterGroupIsInUseTests
{
    private static readonly ParameterGroupIsInUse Rule = new();

    [Theory]
    [InlineData("primary", """{ "dbClusterParameterGroupName": "?" }""")]
    public void SoundVariant_IsCompliant(string resource, string changes) => Assert.Empty(new AuroraGraph().With(resource, changes).Violations(Rule));

    [Theory]
    [InlineData("primary", """{ "dbClusterParameterGroupName": null }""", "primary-parameters: no database uses it")]
    public void Weakened_IsAViolation(string resource, string changes, string violation) =>
        Assert.Equal([violation], new AuroraGraph().With(resource, changes).Violations(Rule));
}
