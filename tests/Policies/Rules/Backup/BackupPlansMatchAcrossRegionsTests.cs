using DrInfra.Policies.Rules.Backup;

namespace DrInfra.Tests.Policies.Rules.Backup;

public class BackupPlansMatchAcrossRegionsTests
{
    private const string Plan = """{ "tags": { "dr:workload": "shared" }, "rules": [{ "ruleName": "daily", "targetVaultName": "vault-{0}", "startWindow": 60, "copyActions": [{ "destinationVaultArn": "vault-{1}" }] }] }""";

    private static readonly BackupPlansMatchAcrossRegions Rule = new();

    [Fact]
    public void RegionsExchanged_IsCompliant() => Assert.Empty(Pair(Plan, Plan).Violations(Rule));

    [Theory]
    [InlineData("\"startWindow\": 60", "\"startWindow\": 90", "plan-eu-central-1: rules[0].startWindow differs from that of plan-eu-west-1 in eu-west-1: 90 here, 60 there")]
    [InlineData("\"startWindow\": 60", "\"startWindow\": 30", "plan-eu-west-1: rules[0].startWindow differs from that of plan-eu-central-1 in eu-central-1: 60 here, 30 there")]
    [InlineData(", \"copyActions\": [{ \"destinationVaultArn\": \"vault-{1}\" }]", "", "plan-eu-central-1: rules[0].copyActions differs")]
    [InlineData("\"ruleName\": \"daily\"", "\"ruleName\": \"nightly\"", "rules[0].ruleName differs from that of plan-eu-west-1 in eu-west-1: nightly here, daily there, and neither is weaker")]
    [InlineData("\"vault-{1}\"", "\"vault-{0}\"", "rules[0].copyActions[0].destinationVaultArn differs")]
    public void OneRegionDiffers_IsAViolation(string from, string to, string message) => Assert.Contains(
        Pair(Plan.Replace(from, to, StringComparison.Ordinal), Plan).Violations(Rule), violation => violation.Contains(message, StringComparison.Ordinal));

    [Theory]
    [InlineData("eu-central-1")]
    [InlineData("eu-west-1")]
    public void TheRegionThatBacksUpLess_IsTheOneToChange(string weak)
    {
        var less = Plan.Replace(", \"copyActions\": [{ \"destinationVaultArn\": \"vault-{1}\" }]", "", StringComparison.Ordinal);

        Assert.StartsWith($"plan-{weak}: rules[0].copyActions differs", Assert.Single(weak == "eu-west-1" ? Pair(Plan, less).Violations(Rule) : Pair(less, Plan).Violations(Rule)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("eu-central-1")]
    [InlineData("eu-west-1")]
    public void NothingTells_TheStandbyIsToldAndNobodyIsBlamed(string standby)
    {
        string With(string region, string name) => Plan.Replace("\"dr:workload\"", $"\"dr:role\": \"{(region == standby ? "standby" : "primary")}\", \"dr:workload\"", StringComparison.Ordinal)
            .Replace("daily", name, StringComparison.Ordinal);
        var message = Assert.Single(Pair(With("eu-central-1", "one"), With("eu-west-1", "two")).Violations(Rule));

        Assert.StartsWith($"plan-{standby}: ", message, StringComparison.Ordinal);
        Assert.EndsWith(", and neither is weaker", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Unknown_IsReportedAsUnknown() => Assert.Equal(
        ["plan-eu-central-1: rules"], Pair(Plan.Replace("60", "\"?\"", StringComparison.Ordinal), Plan).Unknown(Rule));

    [Fact]
    public void NoCounterpartWhereOthersHaveOne_IsAViolation() => Assert.Equal(
        ["other-eu-west-1: other-eu-west-1 has no counterpart in eu-central-1, others of its type have one"],
        Pair(Plan, Plan).Add("aws:backup/plan:Plan", "other-eu-west-1", """{ "tags": { "dr:workload": "shared" }, "rules": [] }""").Violations(Rule));

    [Fact]
    public void NamesWithoutRegion_AreNoCounterparts() => Assert.Empty(new TestGraph()
        .Add("aws:backup/plan:Plan", "one", """{ "rules": [] }""").Add("aws:backup/plan:Plan", "two", """{ "rules": [{ "startWindow": 60 }] }""", "eu-central-1").Violations(Rule));

    private static TestGraph Pair(string central, string west) => new TestGraph()
        .Add("aws:backup/plan:Plan", "plan-eu-central-1", In(central, "eu-central-1", "eu-west-1"), "eu-central-1")
        .Add("aws:backup/plan:Plan", "plan-eu-west-1", In(west, "eu-west-1", "eu-central-1"));

    private static string In(string plan, string here, string there) =>
        plan.Replace("{0}", here, StringComparison.Ordinal).Replace("{1}", there, StringComparison.Ordinal);
}
