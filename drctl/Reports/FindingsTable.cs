using System.Globalization;
using DrInfra.Drctl.Rendering;
using DrInfra.Policies.Checking;
using DrInfra.Policies.Rules;

namespace DrInfra.Drctl.Reports;

/// <summary>The findings that do not stand under an objective: in full, and folded.</summary>
internal static class FindingsTable
{
    private const int MostCauses = 5;

    public static void Write(Screen screen, ShownFindings shown)
    {
        WriteFindings(screen, shown);
        WriteHygiene(screen, shown);
    }

    /// <summary><c>carts, orders and 2 more</c>: as many names as there is room for, at least one.</summary>
    internal static string Named(IEnumerable<Violation> violations, int room)
    {
        string[] names =
        [
            .. violations.Select(violation => violation.Urn.Length > 0 ? NameOf(violation.Urn) : violation.Stack).Distinct(StringComparer.Ordinal),
        ];
        for (var count = names.Length; count > 1; count--)
        {
            var text = Named(names, count);
            if (text.Length <= room)
            {
                return text;
            }
        }

        return Named(names, 1);
    }

    private static string Named(string[] names, int count) => string.Join(", ", names.Take(count))
        + (count < names.Length ? string.Create(CultureInfo.InvariantCulture, $" and {names.Length - count} more") : string.Empty);

    private static string NameOf(string urn) => Policies.Graph.ResourceUrn.TryParse(urn, out var parsed) ? parsed.Name : urn;

    private static void WriteFindings(Screen screen, ShownFindings shown)
    {
        if (shown.Findings.Count + shown.Objectives.Count == 0)
        {
            return;
        }

        screen.Line("Findings", Tone.Bold);
        foreach (var rule in shown.Findings.GroupBy(ShownFindings.RuleOf))
        {
            WriteHeading(screen, rule.First());
            foreach (var resource in rule.GroupBy(violation => (violation.Stack, violation.Urn)))
            {
                WriteResource(screen, resource.Key.Stack, resource.Key.Urn, resource, shown);
            }

            screen.Hanging("      why  ", rule.First().Why);
            screen.Hanging("      fix  ", rule.First().Fix);
            screen.Line();
        }

        foreach (var rule in shown.Objectives.GroupBy(ShownFindings.RuleOf))
        {
            var count = rule.Count();
            WriteHeading(screen, rule.First(), count == 1 ? ": 1 objective" : string.Create(CultureInfo.InvariantCulture, $": {count} objectives"));
        }

        if (shown.Objectives.Count > 0)
        {
            screen.Line();
        }
    }

    private static void WriteHygiene(Screen screen, ShownFindings shown)
    {
        if (shown.Hygiene.Count == 0)
        {
            return;
        }

        screen.Hanging("Advice, a line per rule ", "(--all shows each finding, `drctl rules ID` why and how to fix it)", firstTone: Tone.Bold);
        var rules = shown.Hygiene.GroupBy(ShownFindings.RuleOf).ToList();
        var width = rules.Max(rule => rule.Key.Id.Length);
        foreach (var rule in rules)
        {
            var first = string.Create(
                CultureInfo.InvariantCulture,
                $"  {rule.Count(),3}  {VerdictText.Word(rule.First().Rule.Severity),-8}  {rule.Key.Id.PadRight(width)}  ");
            screen.Line(first + Cut(Named(rule, screen.Width - first.Length), screen.Width - first.Length));
        }

        screen.Line();
    }

    // A line is a line, however narrow the terminal and long the name is.
    private static string Cut(string text, int room) => text.Length <= room ? text : room > 3 ? text[..(room - 3)] + "..." : string.Empty;

    private static void WriteHeading(Screen screen, Violation first, string more = "") => screen.Hanging(
        $"  {first.Enforcement.Text()}  ",
        $"{first.Rule.Id} ({VerdictText.Word(first.Rule.Severity)}){more}",
        firstTone: first.Enforcement == Level.Mandatory ? Tone.Red : Tone.Yellow);

    private static void WriteResource(Screen screen, string stack, string urn, IEnumerable<Violation> violations, ShownFindings shown)
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
            foreach (var cause in violation.Causes.Take(MostCauses))
            {
                var told = shown.Told(cause, violation);
                screen.Hanging(
                    "          rests on  ", $"{ResourceName.WithStack(cause.Urn)}: {cause.Text}{(told is null ? string.Empty : $" [{told.Rule.Id}]")}",
                    firstTone: Tone.Bold);
            }
        }
    }
}
