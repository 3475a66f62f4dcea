using DrInfra.Recovery;
using DrInfra.Recovery.Timeline;
using static DrInfra.Drctl.Reports.MarkdownText;

namespace DrInfra.Drctl.Reports;

/// <summary>A check as one comment on a pull request: broken promises first.</summary>
public static class MarkdownReport
{
    /// <summary>What GitHub takes.</summary>
    public const int Limit = MarkdownSections.Limit;

    public static string Render(CheckResult result)
    {
        var report = result.Report;
        var footings = new FootingList(report.Objectives);
        var text = new MarkdownBudget(Limit);
        var mark = result.Passes ? ":white_check_mark:" : ":x:";
        text.Add($"## {mark} Recovery check\n\n**{VerdictText.Summary(result)}**\n\n{MarkdownSections.Scope(result)}");
        text.Add(
            "breached objectives", "### Breached objectives\n\n" + Header("workload", "disruption", "", "promised", "worst case", "because") + "\n",
                Broken(result), 0.2);
        text.Add(
            "objectives", "### Objectives\n\n" + MarkdownSections.ObjectivesHeader,
            report.Objectives.Select(outcome => MarkdownSections.Row(outcome, footings)), 0.45);
        text.Add("violations", "### Violations\n\n", MarkdownSections.Violations(report.Violations), 0.75);
        MarkdownSections.AddRest(text, result, footings, report.Objectives);
        return text.ToString();
    }

    private static IEnumerable<string> Broken(CheckResult result) => result.Report.Objectives
        .Where(outcome => outcome.Verdict == ObjectiveVerdict.Breached)
        .SelectMany(outcome =>
            new[] { ("RPO", outcome.Rpo, outcome.Objective.Rpo, outcome.RpoVerdict), ("RTO", outcome.Rto, outcome.Objective.Rto, outcome.RtoVerdict) }
                .Where(figure => figure.Item4 == ObjectiveVerdict.Breached)
                .Select(figure => Row(
                    ForWhom(outcome.Workload, result),
                    outcome.Disruption.Text(),
                    figure.Item1,
                    Objective.Text(figure.Item3),
                    $"**{FigureText.Duration(figure.Item2.Figure.Worst)}**",
                    Plain(outcome.Because)) + "\n"));

    /// <summary>The workload with whoever answers for it.</summary>
    internal static string ForWhom(string workload, params IEnumerable<CheckResult> results)
    {
        var owner = results.SelectMany(result => result.Report.Assessments)
            .Select(assessment => assessment.Promises.For(workload)?.Manifest?.Owner)
            .FirstOrDefault(name => !string.IsNullOrEmpty(name));
        return $"**{Plain(workload)}**{(owner is null ? string.Empty : $" ({Plain(owner)})")}";
    }
}
