using System.Text.Json.Nodes;
using DrInfra.Policies.Rules.Backup;

namespace DrInfra.Tests.Policies.Rules.Backup;

public class BackupPlansMatchAcrossRegionsTests
{
    private static readonly BackupPlansMatchAcrossRegions Rule = new();

    [Fact]
    public void RegionsExchanged_IsCompliant() => Assert.Empty(Pair().Violations(Rule));

    [Theory]
    [InlineData(
        "rules/0/startWindow", "90", "plan-eu-central-1: rules[0].startWindow differs from that of plan-eu-west-1 in eu-west-1: 90 here, 60 there")]
    [InlineData(
        "rules/0/startWindow", "30", "plan-eu-west-1: rules[0].startWindow differs from that of plan-eu-central-1 in eu-central-1: 60 here, 30 there")]
    [InlineData("rules/0/copyActions", null, "plan-eu-central-1: rules[0].copyActions differs")]
    [InlineData(
        "rules/0/ruleName", "\"nightly\"",
        "rules[0].ruleName differs from that of plan-eu-west-1 in eu-west-1: nightly here, daily there, and neither is weaker")]
    [InlineData("rules/0/copyActions/0/destinationVaultArn", "\"vault-eu-central-1\"", "rules[0].copyActions[0].destinationVaultArn differs")]
    public void OneRegionDiffers_IsAViolation(string path, string? value, string message) => Assert.Contains(
        Pair().With("plan-eu-central-1", path, value is null ? null : JsonNode.Parse(value)).Violations(Rule),
        violation => violation.Contains(message, StringComparison.Ordinal));

    [Theory]
    [InlineData("eu-central-1")]
    [InlineData("eu-west-1")]
    public void TheRegionThatBacksUpLess_IsTheOneToChange(string weak) => Assert.StartsWith(
        $"plan-{weak}: rules[0].copyActions differs",
        Assert.Single(Pair().With($"plan-{weak}", "rules/0/copyActions", null).Violations(Rule)), StringComparison.Ordinal);

    [Theory]
    [InlineData("eu-central-1", "eu-west-1")]
    [InlineData("eu-west-1", "eu-central-1")]
    public void NothingTells_TheStandbyIsToldAndNobodyIsBlamed(string standby, string primary)
    {
        var message = Assert.Single(Pair()
            .With($"plan-{standby}", "tags/dr:role", "standby").With($"plan-{standby}", "rules/0/ruleName", "one")
            .With($"plan-{primary}", "tags/dr:role", "primary").With($"plan-{primary}", "rules/0/ruleName", "two").Violations(Rule));

        Assert.StartsWith($"plan-{standby}: ", message, StringComparison.Ordinal);
        Assert.EndsWith(", and neither is weaker", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Unknown_IsReportedAsUnknown() =>
        Assert.Equal(["plan-eu-central-1: rules"], Pair().With("plan-eu-central-1", "rules/0/startWindow", "?").Unknown(Rule));

    [Fact]
    public void NoCounterpartWhereOthersHaveOne_IsAViolation() => Assert.Equal(
        ["other-eu-west-1: other-eu-west-1 has no counterpart in eu-central-1, others of its type have one"],
        Pair().Add("aws:backup/plan:Plan", "other-eu-west-1", """{ "tags": { "dr:workload": "shared" }, "rules": [] }""").Violations(Rule));

    [Fact]
    public void NamesWithoutRegion_AreNoCounterparts() => Assert.Empty(new TestGraph()
        .Add("aws:backup/plan:Plan", "one", """{ "rules": [] }""")
        .Add("aws:backup/plan:Plan", "two", """{ "rules": [{ "startWindow": 60 }] }""", "eu-central-1").Violations(Rule));

    private static TestGraph Pair() => new TestGraph()
        .Add("aws:backup/plan:Plan", "plan-eu-central-1", Plan("eu-central-1", "eu-west-1"), "eu-central-1")
        .Add("aws:backup/plan:Plan", "plan-eu-west-1", Plan("eu-west-1", "eu-central-1"));

    private static string Plan(string here, string there) => $$"""
        { "tags": { "dr:workload": "shared" }, "rules": [{ "ruleName": "daily", "targetVaultName": "vault-{{here}}", "startWindow": 60,
          "copyActions": [{ "destinationVaultArn": "vault-{{there}}" }] }] }
        """;
}
