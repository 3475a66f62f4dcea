using DrInfra.Policies.Rules.Ownership;
using DrInfra.Recovery;
using DrInfra.Recovery.Settings;
using DrInfra.Tests.Policies.Assessment;

namespace DrInfra.Tests.Policies.Rules.Ownership;

/// <summary>On 2026-11-24, the day of <see cref="TestGraph"/>.</summary>
[Trait("Practice", "A4")]
[Trait("Practice", "I6")]
public class RecoverySettingsAreCurrentTests
{
    private static readonly RecoverySettingsAreCurrent Rule = new();

    [Theory]
    [InlineData("2026-11-24", "assumption adoption expired on 2026-11-24 and no longer counts (dba, line 1 of recovery.yaml)")]
    [InlineData("2026-11-25", "assumption adoption expires on 2026-11-25, in 1 day (dba, line 1 of recovery.yaml)")]
    [InlineData("2026-12-24", "assumption adoption expires on 2026-12-24, in 30 days (dba, line 1 of recovery.yaml)")]
    [InlineData("2026-12-25", null)]
    public void Assumption_IsToldByNameFromThirtyDaysBefore(string expires, string? told) => Assert.Equal(
        told is null ? [] : [told],
        Told($"assumptions: [{{ id: adoption, value: 1h, why: a test, owner: dba, reviewed: 2026-01-01, expires: {expires} }}]"));

    [Fact]
    public void AssumptionWithoutAnEnd_IsCurrent() =>
        Assert.Empty(Told("assumptions: [{ id: adoption, value: 1h, why: a test, owner: dba, reviewed: 2001-01-01 }]"));

    [Theory]
    [InlineData("2025-11-23", "evidence of adoption for orders expired on 2026-11-24 and no longer counts (line 1 of recovery.yaml)")]
    [InlineData("2025-12-23", "evidence of adoption for orders expires on 2026-12-24, in 30 days (line 1 of recovery.yaml)")]
    [InlineData("2025-12-24", null)]
    public void LatestDrill_IsToldByName(string date, string? told) => Assert.Equal(
        told is null ? [] : [told],
        Told($"evidence: [{Drill(date)}, {Drill("2020-01-01")}]"));

    [Theory]
    [InlineData("2026-12-24", "waiver of table-has-replica for *a expires on 2026-12-24, in 30 days (dba, line 1 of recovery.yaml)")]
    [InlineData("2026-12-25", null)]
    [InlineData("2026-11-24", null)]
    public void Waiver_IsToldBeforeItExpires_AndThenWhereItIsApplied(string expires, string? told) => Assert.Equal(
        told is null ? [] : [told],
        Told($"waivers: [{{ rule: table-has-replica, urn: '*a', reason: a test, owner: dba, expires: {expires} }}]").Where(text =>
            !text.Contains("matches no", StringComparison.Ordinal) && !text.Contains($"expired on {expires}", StringComparison.Ordinal)));

    [Theory]
    [InlineData("rules: { recovery-settings-are-current: { noticeDays: 0 } }", 0)]
    [InlineData("rules: { recovery-settings-are-current: { noticeDays: 1 } }", 1)]
    public void Notice_IsAParameter(string rules, int told) => Assert.Equal(
        told,
        Told($"assumptions: [{{ id: adoption, value: 1h, why: a test, owner: dba, reviewed: 2026-01-01, expires: 2026-11-25 }}]\n{rules}").Length);

    [Theory]
    [InlineData("adoption", "1h", "no source bounds it; the assumption adoption in recovery.yaml expired on 2026-11-24 (dba)")]
    [InlineData("restore-rate", "100 MB/s", "no source states a rate; the assumption restore-rate in recovery.yaml expired on 2026-11-24 (dba)")]
    public void FigureWithoutABound_NamesTheAssumptionThatExpired(string id, string value, string reason)
    {
        var expired = RecoverySettingsFile.Parse(
            $"assumptions: [{{ id: {id}, value: {value}, why: a test, owner: dba, reviewed: 2026-01-01, expires: 2026-11-24 }}]", "recovery.yaml");
        var settings = Assessed.Assumptions with
        {
            Assumptions = [.. Assessed.Assumptions.Assumptions.Where(assumption => assumption.Id != id), .. expired.Assumptions],
        };

        Assert.Contains(reason, Corruption(settings));
    }

    [Fact]
    public void FigureWithoutABound_NamesTheEvidenceThatExpired() => Assert.Contains(
        "no source bounds it; the evidence of adoption in recovery.yaml expired on 2021-01-01",
        Corruption(Assessed.Assumptions with
        {
            Assumptions = [.. Assessed.Assumptions.Assumptions.Where(assumption => assumption.Id != "adoption")],
            Evidence = RecoverySettingsFile.Parse($"evidence: [{Drill("2020-01-01")}]", "recovery.yaml").Evidence,
        }));

    private static IEnumerable<string> Corruption(RecoverySettings settings) => new TestGraph()
        .Manifests("""[{ "name": "orders", "kind": "table", "sizeGb": 100, "changeGbPerDay": 1 }]""")
        .Add("aws:dynamodb/table:Table", "orders", """{ "name": "orders", "tags": { "dr:workload": "orders" }, "pointInTimeRecovery": { "enabled": true } }""")
        .Outcome(Disruption.Corruption, settings).Rto.Leaves().SelectMany(leaf => leaf.Sources).Select(source => source.Reference);

    private static string Drill(string date) => $"{{ step: adoption, configuration: orders, measured: [5m], date: {date}, kind: unplanned }}";

    private static string[] Told(string settings) =>
        [.. new TestGraph().Check(Rule, RecoverySettingsFile.Parse(settings, "recovery.yaml")).Violations.Select(violation => violation.Message)];
}
