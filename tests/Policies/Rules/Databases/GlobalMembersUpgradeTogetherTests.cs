using DrInfra.Policies.Rules.Databases;

namespace DrInfra.Tests.Policies.Rules.Databases;

public class GlobalMembersUpgradeTogetherTests
{
    private static readonly GlobalMembersUpgradeTogether Rule = new();

    [Theory]
    [InlineData("reader", """{ "autoMinorVersionUpgrade": null }""", "reader: it takes automatic minor upgrades")]
    [InlineData("standby-writer", """{ "autoMinorVersionUpgrade": true }""", "standby-writer: it takes automatic minor upgrades")]
    public void Weakened_IsAViolation(string resource, string changes, string violation) =>
        Assert.Equal([violation], new AuroraGraph().With(resource, changes).Violations(Rule));

    [Theory]
    [InlineData("reader", """{ "autoMinorVersionUpgrade": "?" }""", "reader: autoMinorVersionUpgrade")]
    public void Unknown_IsReportedAsUnknown(string resource, string changes, string unknown) =>
        Assert.Equal([unknown], new AuroraGraph().With(resource, changes).Unknown(Rule));
}
