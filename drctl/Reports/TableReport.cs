using System.Globalization;
using DrInfra.Drctl.Rendering;
using DrInfra.Policies.Checking;
using DrInfra.Policies.Graph;
using DrInfra.Policies.Rules;

namespace DrInfra.Drctl.Reports;

/// <summary>A check for people: whether it passes and why, the objectives, then what was found.</summary>
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
        WriteHeader(screen, result);
        WriteSummary(screen, result);
        screen.Line();
        ObjectivesTable.Write(screen, result);
        WriteViolations(screen, result.Report);
        StoresTable.Write(screen, result);
        WriteUnknown(screen, result.Report);
        WriteWaived(screen, result.Report);
        WriteList(screen, "Data without a workload", result.Report.Unclassified.Select(ResourceName.WithStack));
        WriteNotJudged(screen, result.Report);
        WriteList(screen, "Notes on the files", result.Report.Notes);
        WriteList(screen, "Not emulated: computed values stay unknown", result.NotEmulated);
    }

    /// <summary>The violations, worst first, by rule.</summary>
    internal static void WriteViolations(Screen screen, CheckReport report)
    {
        if (report.Violations.Count == 0)
        {
            return;
        }

        screen.Line("Violations", Tone.Bold);
        foreach (var rule in report.Violations.GroupBy(violation => (violation.Rule.Id, violation.Enforcement)))
        {
            var first = rule.First();
            screen.Hanging(
                $"  {first.Enforcement.Text()}  ",
                $"{rule.Key.Id} ({VerdictText.Word(first.Rule.Severity)})",
                firstTone: first.Enforcement == Level.Mandatory ? Tone.Red : Tone.Yellow);
            foreach (var resource in rule.GroupBy(violation => (violation.Stack, violation.Urn)))
            {
                WriteResource(screen, resource.Key.Stack, resource.Key.Urn, resource, report);
            }

            screen.Hanging("      why  ", first.Why);
            screen.Hanging("      fix  ", first.Fix);
            screen.Line();
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

    private static void WriteResource(Screen screen, string stack, string urn, IEnumerable<Violation> violations, CheckReport report)
    {
        if (urn.Length > 0)
        {
            screen.Hanging("    ", ResourceName.WithStack(urn));
        }

        foreach (var violation in violations)
        {
            var path = violation.Property is { Length: > 0 } property ? $" ({property})" : string.Empty;
            screen.Hanging(
                urn.Length > 0 ? "      - " : "    ",
                (urn.Length > 0 || stack.Length == 0 ? string.Empty : $"{stack}: ") + violation.Message + path);
            foreach (var cause in violation.Causes.Take(MostNamed))
            {
                var told = report.Violations.FirstOrDefault(other =>
                    other != violation && other.Urn == cause.Urn
                        && (other.Message == cause.Text || (cause.Property is not null && other.Property == cause.Property)));
                screen.Hanging(
                    "          rests on  ", $"{ResourceName.WithStack(cause.Urn)}: {cause.Text}{(told is null ? string.Empty : $" [{told.Rule.Id}]")}",
                    firstTone: Tone.Bold);
            }
        }
    }

    private static void WriteUnknown(Screen screen, CheckReport report)
    {
        if (report.Unknown.Count == 0)
        {
            return;
        }

        screen.Line("Unknown until deployed", Tone.Bold);
        foreach (var rule in report.Unknown.GroupBy(unknown => unknown.Rule.Id))
        {
            screen.Hanging("  ", rule.Key);
            foreach (var unknown in rule)
            {
                var where = unknown.Urn.Length > 0 ? ResourceName.WithStack(unknown.Urn) : unknown.Stack;
                screen.Hanging("    ", $"{where}: {unknown.Property}");
            }
        }

        screen.Line();
    }

    private static void WriteWaived(Screen screen, CheckReport report)
    {
        if (report.Waived.Count == 0)
        {
            return;
        }

        screen.Line("Waived", Tone.Bold);
        foreach (var (violation, reason, owner, expires) in report.Waived)
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
