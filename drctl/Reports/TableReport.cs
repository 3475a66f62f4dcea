using System.Globalization;
using DrInfra.Drctl.Rendering;
using DrInfra.Policies.Checking;
using DrInfra.Policies.Graph;

namespace DrInfra.Drctl.Reports;

/// <summary>A check for people: whether it passes and why, the objectives with what their breaches rest on, the other findings, then lists.</summary>
public static class TableReport
{
    private const int MostNamed = 5;

    /// <summary>The same as text, for a file.</summary>
    public static string Render(CheckResult result)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        Write(new Screen(writer), result);
        return writer.ToString();
    }

    public static void Write(Screen screen, CheckResult result)
    {
        var (report, filter) = (result.Report, result.Filter);
        var shown = new ShownFindings(result, result.FoldsWorkloads);
        WriteSummary(screen, result);
        WriteHeader(screen, result);
        WriteJudgement(screen, result, shown);
        WriteUnknown(screen, [.. report.Unknown.Where(filter.ShowsNew)], filter.Unfolds);
        WriteWaived(screen, [.. report.Waived.Where(filter.ShowsNew)]);
        if (filter.ShowsLists)
        {
            StoresTable.Write(screen, result);
            if (filter.Unfolds || report.Assessments.SelectMany(assessment => assessment.Workloads).Any(workload => workload.Promise.Manifest is not null))
            {
                WritersText.Write(screen, [.. report.Writers]);
            }

            WriteList(screen, "Data without a workload", report.Unclassified.Select(ResourceName.WithStack));
            WriteNotJudged(screen, report);
            WriteList(screen, "Notes on the files", report.Notes);
            WriteList(screen, "Not emulated: computed values stay unknown", result.NotEmulated);
        }

        WriteLeftOut(screen, result, shown);
    }

    /// <summary>The objectives with what their breaches rest on, then the other findings.</summary>
    internal static void WriteJudgement(Screen screen, CheckResult result, ShownFindings shown)
    {
        ObjectivesTable.Write(screen, result, shown);
        FindingsTable.Write(screen, shown);
    }

    internal static void WriteLeftOut(Screen screen, CheckResult result, ShownFindings shown)
    {
        foreach (var line in LeftOut.Of(result, shown))
        {
            screen.Hanging(string.Empty, line, Tone.Dim);
        }
    }

    /// <summary>The check in one line.</summary>
    internal static void WriteSummary(Screen screen, CheckResult result) =>
        screen.Hanging(string.Empty, VerdictText.Summary(result), result.Passes ? Tone.Green : Tone.Red);

    private static void WriteHeader(Screen screen, CheckResult result)
    {
        var policy = result.Settings.Source is { } source ? $"with {source}" : VerdictText.NoPolicy(result.Settings);
        screen.Hanging(
            string.Empty,
            string.Create(CultureInfo.InvariantCulture, $"Checked {string.Join(", ", result.Report.Stacks)} as of {result.Report.AsOf:yyyy-MM-dd}, {policy}"));
        screen.Line();
    }

    // By rule; unless all is asked for, one resource stands for the others.
    private static void WriteUnknown(Screen screen, IReadOnlyList<UnknownVerdict> verdicts, bool all)
    {
        if (verdicts.Count == 0)
        {
            return;
        }

        screen.Line("Unknown until deployed", Tone.Bold);
        foreach (var rule in verdicts.GroupBy(unknown => unknown.Rule.Id))
        {
            screen.Hanging("  ", rule.Key);
            foreach (var unknown in all ? rule : rule.Take(1))
            {
                var where = unknown.Urn.Length > 0 ? ResourceName.WithStack(unknown.Urn) : unknown.Stack;
                var more = all || rule.Count() == 1 ? string.Empty : string.Create(CultureInfo.InvariantCulture, $", and {rule.Count() - 1} more (--all)");
                screen.Hanging("    ", $"{where}: {unknown.Property}{more}");
            }
        }

        screen.Line();
    }

    private static void WriteWaived(Screen screen, IReadOnlyList<WaivedViolation> violations)
    {
        if (violations.Count == 0)
        {
            return;
        }

        screen.Line("Waived", Tone.Bold);
        foreach (var (violation, reason, owner, expires) in violations)
        {
            var where = violation.Urn.Length > 0 ? $" {ResourceName.WithStack(violation.Urn)}" : string.Empty;
            screen.Hanging("  ", $"{violation.Rule.Id}{where}");
            screen.Hanging("    ", violation.Message);
            screen.Hanging("    ", string.Create(CultureInfo.InvariantCulture, $"until {expires:yyyy-MM-dd}, {owner}: {reason}"));
        }

        screen.Line();
    }

    // By type, as somebody would look for it; a long list of one type is cut.
    private static void WriteNotJudged(Screen screen, CheckReport report)
    {
        if (report.NotJudged.Count == 0)
        {
            return;
        }

        screen.Line("Not judged", Tone.Bold);
        foreach (var (type, why, urns, _) in report.NotJudged)
        {
            var more = urns.Count > MostNamed ? string.Create(CultureInfo.InvariantCulture, $" and {urns.Count - MostNamed} more") : "";
            var names = urns.Take(MostNamed).Select(urn => ResourceUrn.TryParse(urn, out var parsed) ? parsed.Name : urn);
            screen.Hanging("  ", $"{type} {string.Join(", ", names)}{more} ({why})");
        }

        screen.Line();
    }

    private static void WriteList(Screen screen, string heading, IEnumerable<string> items)
    {
        var lines = items.ToList();
        if (lines.Count == 0)
        {
            return;
        }

        screen.Line(heading, Tone.Bold);
        foreach (var line in lines)
        {
            screen.Hanging("  ", line);
        }

        screen.Line();
    }
}
