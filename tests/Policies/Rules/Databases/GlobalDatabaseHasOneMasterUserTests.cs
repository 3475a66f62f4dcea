using DrInfra.Policies.Rules.Databases;

namespace DrInfra.Tests.Policies.Rules.Databases;

public class GlobalDatabaseHasOneMasterUserTests
{
    private static readonly GlobalDatabaseHasOneMasterUser Rule = new();

    [Theory]
    [InlineData("primary", """{ "masterPassword": null, "snapshotIdentifier": "old" }""")]
    public void SoundVariant_IsCompliant(string resource, string changes) => Assert.Empty(new AuroraGraph().With(resource, changes).Violations(Rule));

    [Theory]
    [InlineData("standby", """{ "masterPassword": "?" }""", "standby: a secondary inherits the master user from the primary, but states a password")]
    [InlineData(
        "standby", """{ "sourceRegion": null, "masterUsername": "a", "masterPassword": "?" }""",
        "standby: a secondary inherits the master user from the primary, but states a password")]
    [InlineData("primary", """{ "masterPassword": null }""", "primary: no member states the master password")]
    [InlineData("primary", """{ "masterUsername": null }""", "primary: it states a master password without a user")]
    public void Weakened_IsAViolation(string resource, string changes, string violation) =>
        Assert.Equal([violation], new AuroraGraph().With(resource, changes).Violations(Rule));
}
