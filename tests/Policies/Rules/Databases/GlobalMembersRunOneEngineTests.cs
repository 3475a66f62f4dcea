using DrInfra.Policies.Rules.Databases;

namespace DrInfra.Tests.Policies.Rules.Databases;

public class GlobalMembersRunOneEngineTests
{
    private static readonly GlobalMembersRunOneEngine Rule = new();

    [Theory]
    [InlineData("standby", """{ "engineVersion": "16" }""")]
    public void SoundVariant_IsCompliant(string resource, string changes) => Assert.Empty(new AuroraGraph().With(resource, changes).Violations(Rule));

    [Theory]
    [InlineData("standby", """{ "engineVersion": "16.9" }""", "standby: its engineVersion is 16.9, but global has 16.8")]
    [InlineData("standby", """{ "engine": "aurora-mysql" }""", "standby: its engine is aurora-mysql, but global has aurora-postgresql")]
    public void Weakened_IsAViolation(string resource, string changes, string violation) =>
        Assert.Equal([violation], new AuroraGraph().With(resource, changes).Violations(Rule));

    [Theory]
    [InlineData("standby", """{ "engineVersion": null }""", "standby: engineVersion")]
    [InlineData("primary", """{ "engineVersion": "?" }""", "primary: engineVersion")]
    public void Unknown_IsReportedAsUnknown(string resource, string changes, string unknown) =>
        Assert.Equal([unknown], new AuroraGraph().With(resource, changes).Unknown(Rule));
}
