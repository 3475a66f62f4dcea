using DrInfra.Policies.Rules.Databases;

namespace DrInfra.Tests.Policies.Rules.Databases;

public class GlobalDatabaseSpansRegionsTests
{
    private static readonly GlobalDatabaseSpansRegions Rule = new();

    [Theory]
    [InlineData("standby", """{ "globalClusterIdentifier": "other" }""", "global: all its members are in eu-west-1, a second Region needed")]
    public void Weakened_IsAViolation(string resource, string changes, string violation) =>
        Assert.Equal([violation], new AuroraGraph().With(resource, changes).Violations(Rule));

    [Theory]
    [InlineData("standby", "global: all its members are in eu-west-1, a second Region needed")]
    public void TakenAway_IsAViolation(string resource, string violation) => Assert.Equal([violation], new AuroraGraph().Without(resource).Violations(Rule));

    [Fact]
    public void NoMemberInAnyStack_IsAViolation() => Assert.Equal(
        ["global: it has no members"], new AuroraGraph().Without("standby").Without("primary").Violations(Rule));

    [Theory]
    [InlineData("59m", "global: all its members are in eu-west-1, a second Region needed")]
    [InlineData("1h")]
    [InlineData("none")]
    public void WhereBackupsDo_OneRegionIsEnough(string rpo, params string[] violations)
    {
        var pair = new AuroraGraph().Without("standby").With("global", """{ "tags": { "dr:workload": "ledger" } }""");
        Assert.Equal(violations, Promised(pair, rpo)
            .Add("aws:backup/plan:Plan", "plan", """
                { "rules": [{ "copyActions": [{ "destinationVaultArn": "arn:aws:backup:eu-central-1:1:backup-vault:main" }] }] }
                """, id: "plan-1")
            .Add("aws:backup/selection:Selection", "selection", """{ "planId": "plan-1", "resources": ["arn:aws:rds:*:*:cluster:*"] }""")
            .Violations(Rule, others: pair.Standby()));
        Assert.Equal(["global: all its members are in eu-west-1, a second Region needed"], Promised(pair, rpo).Violations(Rule, others: pair.Standby()));
    }

    private static TestGraph Promised(AuroraGraph pair, string rpo) =>
        pair.Primary().Add("aws:ssm/parameter:Parameter", "manifest", Manifests.Ledger("primary", rpo));
}
