using DrInfra.Policies.Rules.Databases;

namespace DrInfra.Tests.Policies.Rules.Databases;

public class GlobalClusterSpansRegionsTests
{
    private static readonly GlobalClusterSpansRegions Rule = new();

    [Theory]
    [InlineData("standby", """{ "globalClusterIdentifier": "other" }""", "global: all its members are in eu-west-1, a second Region needed")]
    public void Weakened_IsAViolation(string resource, string changes, string violation) => Assert.Equal([violation], new AuroraGraph().With(resource, changes).Violations(Rule));

    [Theory]
    [InlineData("standby", "global: all its members are in eu-west-1, a second Region needed")]
    public void TakenAway_IsAViolation(string resource, string violation) => Assert.Equal([violation], new AuroraGraph().Without(resource).Violations(Rule));

    [Fact]
    public void NoMemberInAnyStack_IsAViolation() => Assert.Equal(
        ["global: no cluster is a member of it"], new AuroraGraph().Without("standby").Without("primary").Violations(Rule));

    [Theory]
    [InlineData("59m", "global: all its members are in eu-west-1, a second Region needed")]
    [InlineData("1h")]
    [InlineData("none")]
    public void WhereBackupsDo_OneRegionIsEnough(string rpo, params string[] violations)
    {
        var pair = new AuroraGraph().Without("standby").With("global", """{ "tags": { "dr:workload": "ledger" } }""");
        Assert.Equal(violations, pair.Primary().Add("aws:ssm/parameter:Parameter", "manifest", Manifests.Ledger("primary", rpo)).Violations(Rule, others: pair.Standby()));
    }
}
