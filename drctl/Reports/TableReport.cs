using System.Globalization;
using DrInfra.Drctl.Rendering;
using DrInfra.Policies.Checking;
using DrInfra.Policies.Rules;
using Spectre.Console;

namespace DrInfra.Drctl.Reports;

/// <summary>A check for people.</summary>
public static class TableReport
{
    private static readonly Style Bold = new(decoration: Decoration.Bold);

    /// <summary>The same as text, for a file.</summary>
    public static string Render(CheckResult result)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        Write(ConsoleFactory.Create(writer, isTerminal: false), result);
        return writer.ToString();
    }

    public static void Write(IAnsiConsole console, CheckResult result)
    {
        WriteHeader(console, result);
        WriteViolations(console, result.Report);
        StoresTable.Write(console, result);
        ObjectivesTable.Write(console, result);
        WriteUnknown(console, result.Report);
        WriteWaived(console, result.Report);
        WriteList(console, "Holds data and belongs to no workload", result.Report.Unclassified.Select(ResourceName.WithStack));
        WriteList(console, "Not read: no reader knows these types", result.Report.NotRead.Select(type =>
            string.Create(CultureInfo.InvariantCulture, $"{type.Type} ({type.Count})")));
        WriteList(console, "Not emulated: computed values stay unknown", result.NotEmulated);
        WriteSummary(console, result);
    }

    /// <summary>The violations, worst first, by rule.</summary>
    internal static void WriteViolations(IAnsiConsole console, CheckReport report)
    {
        if (report.Violations.Count == 0)
        {
            return;
        }

        console.Write(new Text("Violations\n", Bold));
        foreach (var rule in report.Violations.GroupBy(violation => (violation.Rule.Id, violation.Enforcement)))
        {
            var first = rule.First();
            var mandatory = first.Enforcement == Level.Mandatory;
            console.Write(new Text($"  {first.Enforcement.Text()}", new Style(mandatory ? Color.Red : Color.Yellow, decoration: Decoration.Bold)));
            console.Write(new Text($"  {rule.Key.Id} ({VerdictText.Word(first.Rule.Severity)})\n"));
            foreach (var resource in rule.GroupBy(violation => (violation.Stack, violation.Urn)))
            {
                WriteResource(console, resource.Key.Stack, resource.Key.Urn, resource);
            }

            Lines.Hanging(console, "      why  ", first.Why);
            Lines.Hanging(console, "      fix  ", first.Fix);
            console.WriteLine();
        }
    }

    /// <summary>The check in one line.</summary>
    internal static void WriteSummary(IAnsiConsole console, CheckResult result)
    {
        var style = new Style(result.Passes ? Color.Green : Color.Red, decoration: Decoration.Bold);
        Lines.Hanging(console, string.Empty, VerdictText.Summary(result), style);
    }

    private static void WriteHeader(IAnsiConsole console, CheckResult result)
    {
        var policy = result.Settings.Source is { } source ? $"with {source}" : "without a recovery.yaml";
        Lines.Hanging(
            console,
            string.Empty,
            string.Create(CultureInfo.InvariantCulture, $"Checked {string.Join(", ", result.Report.Stacks)} as of {result.Report.AsOf:yyyy-MM-dd}, {policy}"));
        console.WriteLine();
    }

    private static void WriteResource(IAnsiConsole console, string stack, string urn, IEnumerable<Violation> violations)
    {
        if (urn.Length > 0)
        {
            Lines.Hanging(console, "    ", ResourceName.WithStack(urn));
        }

        foreach (var violation in violations)
        {
            var path = violation.Property is { Length: > 0 } property ? $" ({property})" : string.Empty;
            Lines.Hanging(
                console,
                urn.Length > 0 ? "      - " : "    ",
                (urn.Length > 0 || stack.Length == 0 ? string.Empty : $"{stack}: ") + violation.Message + path);
        }
    }

    private static void WriteUnknown(IAnsiConsole console, CheckReport report)
    {
        if (report.Unknown.Count == 0)
        {
            return;
        }

        console.Write(new Text("Unknown until deployed\n", Bold));
        foreach (var rule in report.Unknown.GroupBy(unknown => unknown.Rule.Id))
        {
            Lines.Hanging(console, "  ", rule.Key);
            foreach (var unknown in rule)
            {
                var where = unknown.Urn.Length > 0 ? ResourceName.WithStack(unknown.Urn) : unknown.Stack;
                Lines.Hanging(console, "    ", $"{where}: {unknown.Property}");
            }
        }

        console.WriteLine();
    }

    private static void WriteWaived(IAnsiConsole console, CheckReport report)
    {
        if (report.Waived.Count == 0)
        {
            return;
        }

        console.Write(new Text("Waived\n", Bold));
        foreach (var (violation, reason, owner, expires) in report.Waived)
        {
            var where = violation.Urn.Length > 0 ? $" {ResourceName.WithStack(violation.Urn)}" : string.Empty;
            Lines.Hanging(console, "  ", $"{violation.Rule.Id}{where}");
            Lines.Hanging(console, "    ", violation.Message);
            Lines.Hanging(console, "    ", string.Create(CultureInfo.InvariantCulture, $"until {expires:yyyy-MM-dd}, {owner}: {reason}"));
        }

        console.WriteLine();
    }

    private static void WriteList(IAnsiConsole console, string heading, IEnumerable<string> items)
    {
        var lines = items.ToList();
        if (lines.Count == 0)
        {
            return;
        }

        console.Write(new Text(heading + "\n", Bold));
        foreach (var line in lines)
        {
            Lines.Hanging(console, "  ", line);
        }

        console.WriteLine();
    }
}
