using DrInfra.Drctl.Reports;
using DrInfra.Policies.Checking;
using DrInfra.Policies.Rules;
using DrInfra.Policies.Rules.Objectives;
using DrInfra.Recovery;
using DrInfra.Recovery.Figures;
using DrInfra.Recovery.Timeline;

namespace DrInfra.Tests.Drctl.Reports;

/// <summary>The order in which people read a report: verdict, objectives with their causes, findings with theirs, advice.</summary>
public class ReportOrderTests
{
    private static readonly Rule[] Rules = [.. RecoveryPolicyPack.Rules.Where(rule => rule is not (RpoWithinObjective or RtoWithinObjective)).Take(4)];

    private static readonly Violation UnderObjective = Finding(0, Level.Advisory, "plan", "keeps backups 1 day");

    private static readonly Violation Cause = Finding(1, Level.Advisory, "key", "it is in another Region");

    private static readonly Violation Consequence = Finding(2, Level.Mandatory, "vault", "no copy can be read") with
    {
        Causes = [new Cause(Cause.Urn, null, Cause.Message)],
    };

    private static readonly Violation[] Hygiene = [Finding(3, Level.Advisory, "first", "has no alias"), Finding(3, Level.Advisory, "second", "has no alias")];

    private static readonly Violation Objective = new("dev", new RpoWithinObjective(), Level.Mandatory, Urn("manifest"), "orders: region RPO", null)
    {
        Workload = "orders", Disruption = Disruption.Region,
    };

    // The consequence stands before its cause here, as severity would have it.
    private static readonly CheckResult Result = new()
    {
        Report = new CheckReport
        {
            AsOf = SampleReports.Today,
            Stacks = ["dev"],
            Violations = [Consequence, Objective, .. Hygiene, Cause, UnderObjective],
            Objectives =
            [
                new Outcome(
                    "orders", Disruption.Region, Urn("manifest"),
                    new Ground(Measure.Rpo, ObjectiveVerdict.Breached, Derivation.Never("no copy", "nothing is copied"), TimeSpan.FromMinutes(5))
                    {
                        Causes = [new Cause(UnderObjective.Urn, null, UnderObjective.Message)],
                    },
                    new Ground(Measure.Rto, ObjectiveVerdict.NotApplicable, Derivation.Nothing("nothing to do", "nothing is served"), null)),
            ],
        },
    };

    [Fact]
    public void Table_HasTheVerdictFirst_CausesBeforeConsequences_AndAdviceFolded()
    {
        AssertInOrder(
            TableReport.Render(Result),
            "Refused: 2 mandatory violations, 1 breached objective",
            "Objectives as of",
            "orders: 0 of 1 met",
            $"rests on  dev: kms Key plan: keeps backups 1 day [{UnderObjective.Rule.Id}, ",
            "fix  ",
            "\nFindings\n",
            $"advisory  {Cause.Rule.Id} ",
            $"mandatory  {Consequence.Rule.Id} ",
            "rests on  dev: kms Key key",
            "mandatory  rpo-within-objective (critical): 1 objective\n",
            "\nAdvice, a line per rule",
            $"    2  {VerdictText.Word(Hygiene[0].Rule.Severity)}");
        Assert.DoesNotContain("has no alias", TableReport.Render(Result), StringComparison.Ordinal);
    }

    [Fact]
    public void Comment_HasTheSameOrder() => AssertInOrder(
        MarkdownReport.Render(Result),
        "**Refused: 2 mandatory violations, 1 breached objective",
        "### Breached objectives",
        "### What breached objectives rest on",
        $"`{UnderObjective.Rule.Id}`",
        "### Workloads\n\n- **orders**: 0 of 1 met\n",
        "### Objectives",
        "### Findings",
        $"**advisory** `{Cause.Rule.Id}`",
        $"**mandatory** `{Consequence.Rule.Id}`",
        "**mandatory** `rpo-within-objective`",
        "<details><summary>Advice, a line per rule</summary>",
        $"| 2 | `{Hygiene[0].Rule.Id}` |",
        "</details>");

    [Fact]
    public void All_FoldsNothing()
    {
        var text = TableReport.Render(Result with { Filter = new ReportFilter { All = true } });

        Assert.DoesNotContain("a line per rule", text, StringComparison.Ordinal);
        Assert.All(Result.Report.Violations.Except([Objective]), violation => Assert.Contains(violation.Message, text, StringComparison.Ordinal));
    }

    [Fact]
    public void FindingUnderTwoObjectives_IsToldOnce()
    {
        var objective = Result.Report.Objectives[0];
        var text = TableReport.Render(Result with
        {
            Report = Result.Report with { Objectives = [objective, objective with { Disruption = Disruption.Account }] },
        });

        AssertInOrder(text, ": keeps backups 1 day [", $"rests on  dev: kms Key plan [{UnderObjective.Rule.Id}], as above");
        Assert.Equal(2, text.Split(": keeps backups 1 day").Length);
    }

    [Fact]
    public void FindingsThatRestOnEachOther_AreShownOnce()
    {
        var circle = Cause with { Causes = [new Cause(Consequence.Urn, null, Consequence.Message)] };

        var text = TableReport.Render(Result with { Report = Result.Report with { Violations = [Consequence, circle], Objectives = [] } });

        Assert.Equal(2, text.Split($"  {Consequence.Rule.Id} (").Length);
        Assert.Equal(2, text.Split($"  {circle.Rule.Id} (").Length);
    }

    private static Violation Finding(int rule, Level level, string name, string message) => new("dev", Rules[rule], level, Urn(name), message, null);

    private static string Urn(string name) => $"urn:pulumi:dev::shop::aws:kms/key:Key::{name}";

    private static void AssertInOrder(string text, params string[] parts)
    {
        var at = 0;
        foreach (var part in parts)
        {
            var found = text.IndexOf(part, at, StringComparison.Ordinal);
            Assert.True(found >= 0, $"'{part}' is not after the part before it in:\n{text}");
            at = found + part.Length;
        }
    }
}
