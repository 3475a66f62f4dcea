using System.Globalization;
using DrInfra.Drctl.Rendering;
using DrInfra.Recovery;
using DrInfra.Recovery.Figures;
using DrInfra.Recovery.Timeline;

namespace DrInfra.Drctl.Reports;

/// <summary>What each workload gets under each disruption, and whether that is what was promised.</summary>
internal static class ObjectivesTable
{
    public static void Write(Screen screen, CheckResult result)
    {
        var outcomes = result.Report.Objectives;
        screen.Hanging("Objectives ", string.Create(CultureInfo.InvariantCulture, $"as of {result.Report.AsOf:yyyy-MM-dd}"), firstTone: Tone.Bold);
        if (outcomes.Count == 0)
        {
            screen.Hanging("  ", "No objective was judged: the stacks have no recovery manifest, and recovery.yaml has no objectives.");
            screen.Line();
            return;
        }

        var footings = new FootingList(outcomes);
        var columns = new Columns("  ", "Disruption", "", "Typical", "Worst", "Basis", "Promised", "Verdict").Right(2, 3, 5);
        string? workload = null;
        foreach (var outcome in outcomes)
        {
            if (outcome.Workload != workload)
            {
                workload = outcome.Workload;
                columns.AddDetail("  ", workload);
            }

            columns.Add([
                $"  {outcome.Disruption.Text()}", "RPO",
                .. Cells(outcome.Rpo.Figure), Objective.Text(outcome.Objective.Rpo), footings.Verdict(outcome.Rpo, outcome.RpoVerdict)]);
            columns.Add([
                string.Empty, "RTO",
                .. Cells(outcome.Rto.Figure), Objective.Text(outcome.Objective.Rto), footings.Verdict(outcome.Rto, outcome.RtoVerdict)]);
            if (outcome.Verdict is ObjectiveVerdict.Breached or ObjectiveVerdict.Unknown)
            {
                columns.AddDetail("      ", outcome.Because);
            }
        }

        columns.Write(screen);
        screen.Line();
        WriteLegend(screen, footings, result);
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

        screen.Hanging("  ", "Met only as long as these hold:");
        for (var i = 0; i < footings.All.Count; i++)
        {
            screen.Hanging($"  {i + 1,3}  ", footings.All[i].Describe(result.Settings));
        }

        screen.Line();
    }
}
