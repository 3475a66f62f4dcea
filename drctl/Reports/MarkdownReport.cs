using DrInfra.Recovery;
using DrInfra.Recovery.Timeline;
using static DrInfra.Drctl.Reports.MarkdownText;

namespace DrInfra.Drctl.Reports;

/// <summary>A check as one comment on a pull request: broken promises with what they rest on, the objectives, the other findings, then lists.</summary>
public static class MarkdownReport
{
    /// <summary>What GitHub takes.</summary>
    public const int Limit = MarkdownSections.Limit;

    public static string Render(CheckResult result)
    {
        var report = result.Report;
        var filter = result.Filter;
        var shown = new ShownFindings(result, folded: false);
        var rows = report.Objectives.Where(filter.ShowsRow).ToList();
        var footings = new FootingList(rows);
        var text = new MarkdownBudget(Limit);
        var mark = result.Passes ? ":white_check_mark:" : ":x:";
        text.Add($"## {mark} Recovery check\n\n**{VerdictText.Summary(result)}**\n\n{MarkdownSections.Scope(result)}");
        text.Add(
            "breached objectives", "### Breached objectives\n\n" + Header("workload", "disruption", "", "promised", "worst case", "because") + "\n",
                Broken(result, rows), 0.2);
        text.Add("findings", "### What breached objectives rest on\n\n", MarkdownSections.Violations(shown.Causes), 0.3);
        text.Add("workloads", "### Workloads\n\n", MarkdownSections.Workloads(result), 0.35);
        text.Add(
            "objectives", "### Objectives\n\n" + MarkdownSections.ObjectivesHeader, rows.Select(outcome => MarkdownSections.Row(outcome, footings)), 0.5);
        text.Add("findings", "### Findings\n\n", MarkdownSections.Violations([.. shown.Findings, .. shown.Objectives]), 0.75);
        text.Add(
            "rules with advice", "<details><summary>Advice, a line per rule</summary>\n\n" + Header("findings", "rule", "severity", "resources") + "\n",
            MarkdownSections.Folded(shown.Hygiene), 0.8, "</details>\n\n");
        MarkdownSections.AddRest(text, result, footings, filter.Quiet ? [] : rows);
        foreach (var line in LeftOut.Of(result, shown))
        {
            text.Add($"{Plain(line)}\n\n");
        }

        return text.ToString();
    }

    private static IEnumerable<string> Broken(CheckResult result, IEnumerable<Outcome> outcomes) => outcomes
        .Where(outcome => outcome.Verdict == ObjectiveVerdict.Breached)
        .SelectMany(outcome =>
            new[] { ("RPO", outcome.Rpo, outcome.Objective.Rpo, outcome.RpoVerdict), ("RTO", outcome.Rto, outcome.Objective.Rto, outcome.RtoVerdict) }
                .Where(figure => figure.Item4 == ObjectiveVerdict.Breached)
                .Select(figure => Row(
                    ForWhom(outcome, result),
                    outcome.Disruption.Text(),
                    figure.Item1,
                    Objective.Text(figure.Item3),
                    $"**{FigureText.Duration(figure.Item2.Figure.Worst)}**",
                    Plain(outcome.Because)) + "\n"));

    /// <summary>The workload with whoever answers for it.</summary>
    internal static string ForWhom(Outcome outcome, params IEnumerable<CheckResult> results)
    {
        var owner = results.SelectMany(result => result.Report.Assessments).Where(assessment => assessment.Pair == outcome.Pair)
            .Select(assessment => assessment.Promises.For(outcome.Workload)?.Manifest?.Owner)
            .FirstOrDefault(name => !string.IsNullOrEmpty(name));
        return $"**{Plain(outcome.Subject)}**{(owner is null ? string.Empty : $" ({Plain(owner)})")}";
    }
}
