using System.Globalization;
using DrInfra.Drctl.Rendering;
using DrInfra.Recovery;
using DrInfra.Recovery.Figures;
using DrInfra.Recovery.Timeline;

namespace DrInfra.Drctl.Reports;

/// <summary>What each workload gets under each disruption, whether that is what was promised, and under a breach what it rests on.</summary>
internal static class ObjectivesTable
{
    private const int MostCauses = 5;


    public static void Write(Screen screen, CheckResult result, ShownFindings shown)
    {
        var (report, filter) = (result.Report, result.Filter);
        var outcomes = report.Objectives.Where(filter.Shows).ToList();
        if (filter.Quiet && outcomes.Count == 0)
        {
            return;
        }

        screen.Hanging("Objectives ", string.Create(CultureInfo.InvariantCulture, $"as of {report.AsOf:yyyy-MM-dd}"), firstTone: Tone.Bold);
        if (outcomes.Count == 0)
        {
            screen.Hanging("  ", report.Objectives.Count > 0
                ? "No objective of these workloads was judged."
                : "No objective was judged: the stacks have no recovery manifest, and recovery.yaml has no objectives.");
            screen.Line();
            return;
        }

        var rows = outcomes.Where(result.ShowsRow).ToList();
        if (rows.Count == 0)
        {
            WriteFolded(screen, result, shown, outcomes);
            return;
        }

        var footings = new FootingList(rows);
        WriteRows(screen, result, shown, footings, outcomes);
        screen.Line();
        WriteLegend(screen, footings, result);
    }

    /// <summary>A line per workload, and the rules that find what its breaches rest on.</summary>
    private static void WriteFolded(Screen screen, CheckResult result, ShownFindings shown, List<Outcome> outcomes)
    {
        foreach (var workload in outcomes.GroupBy(outcome => outcome.Subject))
        {
            var breached = WorkloadText.Breached(workload);
            screen.Hanging("  ", Heading(result, workload) + (breached.Length > 0 ? $"; BREACHED: {breached}" : string.Empty));
            string[] rules = [.. workload.SelectMany(shown.CausesOf).Select(cause => cause.Told?.Rule.Id).OfType<string>().Distinct(StringComparer.Ordinal)];
            if (rules.Length > 0)
            {
                screen.Hanging("      rests on  ", string.Join(", ", rules), Tone.Dim, Tone.Dim);
            }
        }

        if (result.FoldsWorkloads)
        {
            screen.Hanging("  ", "Figures and reasons: --workload NAME for one of these, --all for each.", Tone.Dim);
        }

        screen.Line();
    }

    private static void WriteRows(Screen screen, CheckResult result, ShownFindings shown, FootingList footings, List<Outcome> outcomes)
    {
        var all = result.Filter.All;
        var columns = all
            ? new Columns("  ", "Disruption", "", "Typical", "Worst", "Basis", "Promised", "Verdict").Right(2, 3, 5)
            : new Columns("  ", "Disruption", "Worst RPO", "promised", "Worst RTO", "promised", "Verdict").Right(1, 2, 3, 4);
        var told = new HashSet<object>(ReferenceEqualityComparer.Instance);
        foreach (var workload in outcomes.GroupBy(outcome => outcome.Subject))
        {
            columns.AddDetail("  ", Heading(result, workload));
            foreach (var outcome in workload.Where(result.ShowsRow))
            {
                if (all)
                {
                    AddFigures(columns, outcome, footings);
                }
                else
                {
                    columns.Add(
                        $"  {outcome.Disruption.Text()}", Worst(outcome.Rpo), Objective.Text(outcome.Objective.Rpo), Worst(outcome.Rto),
                        Objective.Text(outcome.Objective.Rto), Verdict(outcome, footings));
                }

                foreach (var excused in outcome.Excused)
                {
                    columns.AddDetail("      ", IsShort(result) ? Cut(excused, screen.Width - 6) : excused);
                }

                if (outcome.Verdict is ObjectiveVerdict.Breached or ObjectiveVerdict.Unknown)
                {
                    columns.AddDetail("      ", IsShort(result) ? Cut(outcome.Because, screen.Width - 6) : outcome.Because);
                    AddCauses(columns, outcome, shown, told, all);
                }
            }
        }

        columns.Write(screen);
    }

    private static string Heading(CheckResult result, IGrouping<string, Outcome> workload) =>
        $"{workload.Key}: {WorkloadText.Of([.. result.Report.Objectives.Where(outcome => outcome.Subject == workload.Key)], result.Filter.Baseline)}";

    private static void AddFigures(Columns columns, Outcome outcome, FootingList footings)
    {
        columns.Add([
            $"  {outcome.Disruption.Text()}", "RPO",
            .. Cells(outcome.Rpo.Figure), Objective.Text(outcome.Objective.Rpo), footings.Verdict(outcome.Rpo, outcome.RpoVerdict)]);
        columns.Add([
            string.Empty, "RTO",
            .. Cells(outcome.Rto.Figure), Objective.Text(outcome.Objective.Rto), footings.Verdict(outcome.Rto, outcome.RtoVerdict)]);
    }

    // A finding is told in full where it comes up first.
    private static void AddCauses(Columns columns, Outcome outcome, ShownFindings shown, HashSet<object> told, bool all)
    {
        var causes = shown.CausesOf(outcome).ToList();
        foreach (var (cause, finding) in all ? causes : causes.Take(MostCauses))
        {
            var isNew = finding is null || told.Add(finding);
            columns.AddDetail("      rests on  ", isNew
                ? $"{ResourceName.WithStack(cause.Urn)}: {cause.Text}"
                    + (finding is null ? string.Empty : $" [{finding.Rule.Id}, {VerdictText.Word(finding.Rule.Severity)}]")
                : $"{ResourceName.WithStack(cause.Urn)} [{finding!.Rule.Id}], as above");
            if (isNew && finding is not null && shown.Shows(finding))
            {
                columns.AddDetail("           fix  ", finding.Fix);
            }
        }

        if (!all && causes.Count > MostCauses)
        {
            columns.AddDetail("      ", string.Create(CultureInfo.InvariantCulture, $"and on {causes.Count - MostCauses} more (--all)"));
        }
    }

    private static string Cut(string text, int room) => text.Length <= room ? text : text[..text.LastIndexOf(' ', room - 12)] + " ... (--all)";

    /// <summary>Whether workloads are guessed and none was asked for: a first look, that fits a page.</summary>
    private static bool IsShort(CheckResult result) => result.Groups.Count > 0 && !result.Filter.All && result.Filter.Workloads.Count == 0;

    private static string Worst(Derivation figure) => figure.Figure == Figure.None ? "-" : FigureText.Duration(figure.Figure.Worst);

    /// <summary>One verdict where both are the same, else what is said of each that is promised.</summary>
    private static string Verdict(Outcome outcome, FootingList footings)
    {
        var (rpo, rto) = (footings.Verdict(outcome.Rpo, outcome.RpoVerdict), footings.Verdict(outcome.Rto, outcome.RtoVerdict));
        return (outcome.RpoVerdict, outcome.RtoVerdict) switch
        {
            _ when rpo == rto => rpo,
            (_, ObjectiveVerdict.NotApplicable) => $"RPO {rpo}",
            (ObjectiveVerdict.NotApplicable, _) => $"RTO {rto}",
            _ => $"RPO {rpo}, RTO {rto}",
        };
    }

    private static string[] Cells(Figure figure) => figure == Figure.None
        ? ["-", "-", string.Empty]
        : [FigureText.Duration(figure.Typical), FigureText.Duration(figure.Worst), FigureText.BasisOf(figure)];

    private static void WriteLegend(Screen screen, FootingList footings, CheckResult result)
    {
        if (footings.All.Count == 0)
        {
            return;
        }

        if (IsShort(result))
        {
            screen.Hanging("  ", $"Met only as long as these hold (--all): {string.Join(", ", footings.All.Select((footing, index) =>
                string.Create(CultureInfo.InvariantCulture, $"{index + 1} {footing.Name}")))}");
            screen.Line();
            return;
        }

        screen.Hanging("  ", "Met only as long as these hold:");
        for (var i = 0; i < footings.All.Count; i++)
        {
            screen.Hanging($"  {i + 1,3}  ", footings.All[i].Describe(result.Settings));
        }

        screen.Line();
    }
}
