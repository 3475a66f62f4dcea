using System.Globalization;
using DrInfra.Policies.Checking;
using DrInfra.Policies.Rules;
using DrInfra.Recovery;
using DrInfra.Recovery.Figures;
using DrInfra.Recovery.Timeline;
using static DrInfra.Drctl.Reports.MarkdownText;

namespace DrInfra.Drctl.Reports;

/// <summary>The parts that comments on a pull request are made of. Each item ends with a line feed.</summary>
internal static class MarkdownSections
{
    /// <summary>What comments are kept to: what GitHub takes.</summary>
    public const int Limit = 65_536;

    private const int RoomForNames = 80;

    public static readonly string ObjectivesHeader =
        Header("workload", "disruption", "RPO typical / worst", "promised", "RTO typical / worst", "promised", "verdict") + "\n";

    /// <summary>Which stacks, on which day, by which settings.</summary>
    public static string Scope(CheckResult result)
    {
        var policy = result.Settings.Source is { } source ? $"with {Code(source)}" : VerdictText.NoPolicy(result.Settings);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Stacks {string.Join(", ", result.Report.Stacks.Select(Code))} as of {result.Report.AsOf:yyyy-MM-dd}, {policy}.\n\n");
    }

    public static string Row(Outcome outcome, FootingList footings)
    {
        var because = outcome.Verdict is ObjectiveVerdict.Breached or ObjectiveVerdict.Unknown ? $"<br>{Plain(outcome.Because)}" : string.Empty;
        return MarkdownText.Row(
            Plain(outcome.Subject),
            outcome.Disruption.Text(),
            FigureText.Of(outcome.Rpo.Figure),
            Objective.Text(outcome.Objective.Rpo),
            FigureText.Of(outcome.Rto.Figure),
            Objective.Text(outcome.Objective.Rto),
            Verdict(outcome, footings) + because) + "\n";
    }

    /// <summary>Violations by rule: why and what to do once, then each resource.</summary>
    public static IEnumerable<string> Violations(IEnumerable<Violation> violations) =>
        violations.GroupBy(ShownFindings.RuleOf).SelectMany(Of);

    /// <summary>Violations as a row per rule.</summary>
    public static IEnumerable<string> Folded(IEnumerable<Violation> violations) => violations.GroupBy(ShownFindings.RuleOf).Select(rule => MarkdownText.Row(
        rule.Count().ToString(CultureInfo.InvariantCulture), Code(rule.Key.Id), VerdictText.Word(rule.First().Rule.Severity),
        Plain(FindingsTable.Named(rule, RoomForNames))) + "\n");

    /// <summary>How many objectives of each workload are met.</summary>
    public static IEnumerable<string> Workloads(CheckResult result) => result.Report.Objectives.GroupBy(outcome => outcome.Subject)
        .Where(workload => workload.Any(result.Filter.Shows))
        .Select(workload => $"- {MarkdownReport.ForWhom(workload.First(), result)}: {Plain(WorkloadText.Of([.. workload], result.Filter.Baseline))}\n");

    public static IEnumerable<string> Footings(FootingList footings, CheckResult result) =>
        footings.All.Select((footing, index) => string.Create(CultureInfo.InvariantCulture, $"{index + 1}. {Plain(footing.Describe(result.Settings))}\n"));

    /// <summary>What is the same in every comment, after its own sections.</summary>
    public static void AddRest(MarkdownBudget text, CheckResult result, FootingList footings, IEnumerable<Outcome> derived)
    {
        var report = result.Report;
        text.Add("assumptions", "### Met only as long as these hold\n\n", Footings(footings, result), 0.85);
        text.Add("unknown", "### Unknown until deployed\n\n", report.Unknown.Where(result.Filter.ShowsNew).Select(Of), 0.9);
        text.Add("waived", "### Waived\n\n", report.Waived.Where(result.Filter.ShowsNew).Select(Of), 0.93);
        if (result.Filter.ShowsLists)
        {
            AddLists(text, report);
        }

        text.Add("derivations", "### How the figures came about\n\n", derived.Where(IsJudged).Select(Derivation), 1);
    }

    public static string Strong(string verdict) => verdict == VerdictText.Of(ObjectiveVerdict.Breached) ? $"**{verdict}**" : verdict;

    private static void AddLists(MarkdownBudget text, CheckReport report)
    {
        text.Add(
            "data without a workload", "### Holds data and belongs to no workload\n\n",
            report.Unclassified.Select(urn => $"- {Code(ResourceName.WithStack(urn))}\n"), 0.95);
        text.Add(
            "what was not judged", "### Not judged\n\n",
            report.NotJudged.SelectMany(unread => unread.Urns.Select(urn => $"- {Code(ResourceName.WithStack(urn))}: {Plain(unread.Why)}\n")), 0.97);
        text.Add("notes", "### Notes on the files\n\n", report.Notes.Select(note => $"- {Plain(note)}\n"), 0.98);
    }

    /// <summary>One verdict where both are the same, else both.</summary>
    private static string Verdict(Outcome outcome, FootingList footings)
    {
        var (rpo, rto) = (footings.Verdict(outcome.Rpo, outcome.RpoVerdict), footings.Verdict(outcome.Rto, outcome.RtoVerdict));
        return rpo == rto ? Strong(rpo) : $"RPO {Strong(rpo)}, RTO {Strong(rto)}";
    }

    private static IEnumerable<string> Of(IGrouping<(string Id, Level Enforcement), Violation> rule)
    {
        var (first, last) = (rule.First(), rule.Last());
        var heading =
            $"**{first.Enforcement.Text()}** {Code(rule.Key.Id)} ({VerdictText.Word(first.Rule.Severity)}): {Plain(first.Why)} {Plain(first.Fix)}\n\n";
        foreach (var violation in rule)
        {
            var where = violation.Urn.Length > 0 ? Code(ResourceName.WithStack(violation.Urn)) + " " : string.Empty;
            var path = violation.Property is { Length: > 0 } property ? $" ({Code(property)})" : string.Empty;
            yield return $"{heading}- {where}{Plain(violation.Message)}{path}\n{(violation == last ? "\n" : string.Empty)}";
            heading = string.Empty;
        }
    }

    private static string Of(UnknownVerdict unknown)
    {
        var where = unknown.Urn.Length > 0 ? ResourceName.WithStack(unknown.Urn) : unknown.Stack;
        return $"- {Code(unknown.Rule.Id)}: {Code(where)} {Code(unknown.Property)}\n";
    }

    private static string Of(WaivedViolation waived) => string.Create(
        CultureInfo.InvariantCulture,
        $"- {Code(waived.Violation.Rule.Id)} {Code(ResourceName.WithStack(waived.Violation.Urn))}: {Plain(waived.Violation.Message)}; until "
            + $"{waived.Expires:yyyy-MM-dd}, {Plain(waived.Owner)}: {Plain(waived.Reason)}\n");

    private static bool IsJudged(Outcome outcome) => outcome.Verdict != ObjectiveVerdict.NotApplicable;

    private static string Derivation(Outcome outcome)
    {
        var tree = string.Join('\n', ["RPO", .. ExplanationText.Tree(outcome.Rpo, "  "), "RTO", .. ExplanationText.Tree(outcome.Rto, "  ")])
            .Replace("```", "'''", StringComparison.Ordinal);
        return $"<details><summary>{Plain(outcome.Subject)}, {outcome.Disruption.Text()}: "
            + $"{VerdictText.Of(outcome.Verdict)}</summary>\n\n```text\n{tree}\n```\n\n</details>\n";
    }
}
