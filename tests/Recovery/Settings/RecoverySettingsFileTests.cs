using DrInfra.Recovery;
using DrInfra.Recovery.Settings;
using DrInfra.Recovery.Settings.Kit;

namespace DrInfra.Tests.Recovery.Settings;

public class RecoverySettingsFileTests
{
    private static readonly RuleName[] Rules =
    [
        new("table-is-copied")
        {
            HasLevel = true, IsWaivable = true, Parameters = new Dictionary<string, (double, double)> { ["minimumDays"] = (1, 30) },
        },
        new("table-has-copy") { HasLevel = true, IsWaivable = true, IsFormer = true },
        new("own-check") { HasLevel = true },
        new("operation-data-deleted") { IsWaivable = true },
    ];

    private const string Everything = """
        objectives:
          workloads:
            ledger:
              region: { rpo: 5m, rto: 30m }
              account: none
              decide: automatic
              decideUntilArmed: 5m
              corruptionDetection: 1h
          tiers:
            internal:
              corruption: { rpo: none, rto: 4d }
              decide: 15m
        assumptions:
          - &usual
            id: restore-rate@ledger/transactions
            value: 200 MB/s
            why: measured in March
            owner: data-platform
            reviewed: 2026-03-01
            expires: "2027-03-01"
          - <<: *usual
            id: adoption
            value: 10m
          - <<: *usual
            id: backup-opt-in
            value: yes
        evidence:
          - step: aurora-promotion
            resource: "*::ledger-db"
            measured: [50s, 1m10s]
            date: 2026-10-02
            kind: unplanned
        waivers:
          - rule: deletion-protection-is-on
            urn: "*::scratch"
            reason: a table for tests
            owner: data-platform
            expires: 2026-12-31
        rules:
          all: advisory
          backup-interval-within-rpo:
            level: mandatory
            minimumDays: 7
            strict: true
            window: 15m
        counterparts:
          dev: graphs/dr.json
        workloads:
          ledger:
            tier: mission-critical
            resources: ["*::ledger-*"]
        """;

    [Fact]
    public void EverySection_IsRead()
    {
        var settings = RecoverySettingsFile.Parse(Everything, "recovery.yaml");
        Assert.Equal("recovery.yaml", settings.Source);

        Assert.Equal([("ledger", false, 3), ("internal", true, 10)], settings.Objectives.Select(entry => (entry.Name, entry.IsTier, entry.Line)));
        var ledger = settings.Objectives[0];
        Assert.Equal(new Objective(TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30)), ledger.Objectives[Disruption.Region]);
        Assert.Equal(Objective.None, ledger.Objectives[Disruption.Account]);
        Assert.False(ledger.Objectives.ContainsKey(Disruption.Zone));
        Assert.Equal((Decision.Automatic, TimeSpan.FromHours(1)), (ledger.Decide, ledger.CorruptionDetection));
        Assert.Equal((TimeSpan.FromMinutes(5), null), (ledger.DecideUntilArmed, settings.Objectives[1].DecideUntilArmed));
        Assert.Equal(new Objective(null, TimeSpan.FromDays(4)), settings.Objectives[1].Objectives[Disruption.Corruption]);
        Assert.Equal(new Decision(TimeSpan.FromMinutes(15)), settings.Objectives[1].Decide);

        Assert.Equal(
            new Assumption(
                "restore-rate@ledger/transactions", 0.2, "200 MB/s", "measured in March", "data-platform", new DateOnly(2026, 3, 1), new DateOnly(2027, 3, 1),
                14),
            settings.Assumptions[0]);
        Assert.Equal(
            [("restore-rate@ledger/transactions", 0.2), ("adoption", 600), ("backup-opt-in", 1)],
            settings.Assumptions.Select(entry => (entry.Id, entry.Value)));

        var evidence = Assert.Single(settings.Evidence);
        Assert.Equal(("aurora-promotion", "*::ledger-db", false), (evidence.Step, evidence.Resource, evidence.Planned));
        Assert.Equal([50, 70], evidence.Measured);

        Assert.Equal(
            new Waiver("deletion-protection-is-on", "*::scratch", "a table for tests", "data-platform", new DateOnly(2026, 12, 31), 34),
            Assert.Single(settings.Waivers));
        Assert.Equal([("all", "advisory"), ("backup-interval-within-rpo", "mandatory")], settings.Rules.Select(rule => (rule.Id, rule.Level)));
        Assert.Equal([7.0, true, "15m"], settings.Rules[1].Parameters.Values);
        Assert.Equal("graphs/dr.json", settings.Counterparts["dev"]);
        var workload = Assert.Single(settings.Workloads);
        Assert.Equal(("ledger", "mission-critical"), (workload.Name, workload.Tier));
        Assert.Equal(["*::ledger-*"], workload.Resources);
    }

    [Theory]
    [InlineData("")]
    [InlineData("# nothing yet\n")]
    [InlineData("---\n")]
    [InlineData("assumptions:\nwaivers: []\nobjectives: {}\n")]
    public void NothingSaid_IsNothing(string text)
    {
        var settings = RecoverySettingsFile.Parse(text, "recovery.yaml");
        Assert.Equal(RecoverySettings.None.Assumptions, settings.Assumptions);
        Assert.Empty(settings.Objectives);
        Assert.Empty(settings.Waivers);
    }

    [Fact]
    public void Expired_IsNoMistakeOfTheFile() =>
        Assert.Single(RecoverySettingsFile.Parse("waivers: [{ rule: a, urn: b, reason: c, owner: d, expires: 2001-01-01 }]", "recovery.yaml").Waivers);

    [Theory]
    [InlineData("waiver: []", "recovery.yaml:1:1: waiver: unknown key; did you mean waivers?|fix:     rename it to waivers")]
    [InlineData("- a", "recovery.yaml:1:1: the file must contain one object|got:     a list of 1")]
    [InlineData("waivers: {}", "waivers: expected a list")]
    [InlineData("objectives: { ledger: {} }", "objectives.ledger: unknown key|fix:     put ledger under workloads or under tiers")]
    [InlineData("objectives: { workloads: { ledger: { regoin: none } } }", "objectives.workloads.ledger.regoin: unknown key; did you mean region?")]
    [InlineData("objectives: { workloads: { ledger: { region: { rto: 30m } } } }", "objectives.workloads.ledger.region.rpo: missing")]
    [InlineData(
        "objectives: { workloads: { ledger: { region: { rpo: 5 min, rto: 30m } } } }",
        "objectives.workloads.ledger.region.rpo: not a duration|got:     5 min")]
    [InlineData("objectives: { workloads: { ledger: { region: { rpo: 5m, rto: 30m, rtp: 1m } } } }", "region.rtp: unknown key; did you mean rto?")]
    [InlineData(
        "objectives: { tiers: { internal: { decide: soon } } }", "objectives.tiers.internal.decide: not a duration|allowed: automatic, or a duration")]
    [InlineData("objectives: { tiers: { internal: } }", "objectives.tiers.internal: empty")]
    [InlineData(
        "objectives:\n  workloads:\n    a: { region: none }\n    a: { zone: none }",
        "recovery.yaml:4:5: a: duplicate key; the first is in line 3")]
    [InlineData("assumptions: [{ id: aurora-promtion, value: 1m }]", "assumptions[0].id: unknown assumption id; did you mean aurora-promotion?")]
    [InlineData("assumptions: [{ id: adoption@, value: 1m }]", "assumptions[0].id: the scope is not in the expected format")]
    [InlineData("assumptions: [{ id: adoption, value: 200 MB/s }]", "assumptions[0].value: not a duration|got:     200 MB/s")]
    [InlineData("assumptions: [{ id: restore-rate, value: 10m }]", "assumptions[0].value: not a rate")]
    [InlineData("assumptions: [{ id: backup-opt-in, value: no }]", "assumptions[0].value: not a statement")]
    [InlineData("assumptions: [{ id: adoption, value: 1m, reviewed: 24.11.2026 }]", "assumptions[0].reviewed: not a date|got:     24.11.2026")]
    [InlineData(
        "assumptions: [{ id: adoption, value: 1m, reviewed: 2026-02-02, expires: 2026-02-02 }]", "assumptions[0].expires: expires is before reviewed")]
    [InlineData("assumptions: [{ id: adoption, owner: \"\" }]", "assumptions[0].owner: empty")]
    [InlineData("assumptions: [{ id: adoption, owner: [me] }]", "assumptions[0].owner: expected a string|got:     a list of 1")]
    [InlineData("assumptions:\n- { id: adoption }\n- { id: adoption }", "recovery.yaml:3:9: assumptions[1].id: duplicate of the assumption in line 2")]
    [InlineData("assumptions: [adoption]", "assumptions[0]: expected an object|got:     adoption")]
    [InlineData("evidence: [{ step: restore-rate }]", "evidence[0].step: evidence needs a duration id")]
    [InlineData("evidence: [{ step: adoption@ledger }]", "evidence[0].step: evidence needs a duration id")]
    [InlineData("evidence: [{ step: adoption, resource: a, configuration: b }]", "evidence[0].resource: state either resource or configuration")]
    [InlineData("evidence: [{ step: adoption }]", "evidence[0].resource: state either resource or configuration")]
    [InlineData("evidence: [{ step: adoption, measured: [] }]", "evidence[0].measured: empty")]
    [InlineData("evidence: [{ step: adoption, measured: 5m }]", "evidence[0].measured: expected a list")]
    [InlineData("evidence: [{ step: adoption, measured: [5m, 6] }]", "evidence[0].measured: not a duration|got:     6")]
    [InlineData("evidence: [{ step: adoption, kind: drill }]", "evidence[0].kind: not an allowed value")]
    [InlineData("waivers: [{ rule: a, urn: b, owner: c, expires: 2026-01-01 }]", "waivers[0].reason: missing|fix:     add reason")]
    [InlineData("waivers: [{ rule: a, urn: b, owner: c, reason: d }]", "waivers[0].expires: missing|got:     nothing|allowed: a date")]
    [InlineData("waivers:\n- { rule: a, urn: b }\n- { rule: a, urn: b }", "recovery.yaml:3:19: waivers[1].urn: duplicate of the waiver in line 2")]
    [InlineData("rules: { all: mandatry }", "rules.all: not a level; did you mean mandatory?")]
    [InlineData("rules: { all: }", "rules.all: the rule has no settings")]
    [InlineData("rules: { a: { parameters: { days: 3 } } }", "rules.a.parameters: a parameter must be a number, true, false or a string")]
    [InlineData("counterparts: { dev: }", "counterparts.dev: missing")]
    [InlineData("workloads: { a: { tier: internal } }", "workloads.a.resources: missing")]
    [InlineData("workloads: { a: { resources: [x, [y]] } }", "workloads.a.resources[1]: expected a string")]
    [InlineData(
        "workloads:\n  a: { resources: [x] }\n  b: { resources: [x] }", "recovery.yaml:3:20: workloads.b.resources: these resources already belong to a")]
    public void Mistake_IsExplained(string text, string wanted)
    {
        var message = Refused(text).Message;
        Assert.All(wanted.Split('|'), part => Assert.Contains(part, message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(
        "rules: { table-is-copid: advisory }",
        "recovery.yaml:1:10: rules.table-is-copid: unknown rule; did you mean table-is-copied?|fix:     rename it to table-is-copied")]
    [InlineData(
        "rules: { nothing-like-it: advisory }",
        "rules.nothing-like-it: unknown rule\n|allowed: all, or an id that `drctl rules` lists|fix:     remove the entry")]
    [InlineData("rules: { operation-data-deleted: advisory }", "rules.operation-data-deleted: operations have no level|under waivers")]
    [InlineData("rules: { table-is-copied: { minimumDay: 3 } }", "rules.table-is-copied.minimumDay: unknown parameter; did you mean minimumDays?")]
    [InlineData("rules: { own-check: { days: 3 } }", "rules.own-check.days: unknown parameter|allowed: level alone: own-check has no parameters")]
    [InlineData("rules: { table-is-copied: { minimumDays: 0 } }", "rules.table-is-copied.minimumDays: out of range|got:     0|allowed: a number from 1 to 30")]
    [InlineData("rules: { table-is-copied: { minimumDays: 3d } }", "rules.table-is-copied.minimumDays: expected a number|got:     3d")]
    [InlineData(
        "waivers: [{ rule: operation-data-delete, urn: b, reason: c, owner: d, expires: 2030-01-01 }]",
        "recovery.yaml:1:19: waivers[0].rule: unknown rule; did you mean operation-data-deleted?")]
    [InlineData("waivers: [{ rule: xyz, urn: b, reason: c, owner: d, expires: 2030-01-01 }]", "waivers[0].rule: unknown rule\n|fix:     remove the waiver")]
    [InlineData("waivers: [{ rule: own-check, urn: b, reason: c, owner: d, expires: 2030-01-01 }]", "waivers[0].rule: this check cannot be waived")]
    public void NameThatNoRuleHas_IsRefusedWithTheNearest(string text, string wanted)
    {
        var problem = Assert.Single(Assert.Throws<ProblemsException>(() => RecoverySettingsFile.Parse(text, "recovery.yaml", Rules)).Problems);
        Assert.All(wanted.Split('|'), part => Assert.Contains(part, $"{problem}", StringComparison.Ordinal));
    }

    [Fact]
    public void NamesOfRules_AreTakenWithFormerOnes()
    {
        var settings = RecoverySettingsFile.Parse(
            """
            rules: { all: advisory, table-is-copied: { minimumDays: 30 }, table-has-copy: disabled, own-check: mandatory }
            waivers:
              - { rule: table-has-copy, urn: b, reason: c, owner: d, expires: 2030-01-01 }
              - { rule: operation-data-deleted, urn: b, reason: c, owner: d, expires: 2030-01-01 }
            """,
            "recovery.yaml", Rules);

        Assert.Equal(["all", "table-is-copied", "table-has-copy", "own-check"], settings.Rules.Select(rule => rule.Id));
        Assert.Equal(["table-has-copy", "operation-data-deleted"], settings.Waivers.Select(waiver => waiver.Rule));
    }

    [Fact]
    public void AllMistakes_AreReportedAtOnceInTheOrderOfTheFile()
    {
        var problems = Refused("waivers:\n- rule: a\nassumptions:\n- id: adoption\n  value: soon\nrule: {}\n").Problems;
        Assert.Equal(
            ["waivers[0].urn", "waivers[0].reason", "waivers[0].owner", "waivers[0].expires", "assumptions[0].why", "assumptions[0].owner",
                "assumptions[0].reviewed", "assumptions[0].value", "rule"],
            problems.Select(problem => problem.Where!.Key));
        Assert.Equal([2, 2, 2, 2, 4, 4, 4, 5, 6], problems.Select(problem => problem.Where!.Line));
    }

    internal static ProblemsException Refused(string text) =>
        Assert.Throws<ProblemsException>(() => RecoverySettingsFile.Parse(text, "recovery.yaml"));
}
