using System.Globalization;
using DrInfra.Drctl.Rendering;
using DrInfra.Policies.Catalogue;
using DrInfra.Policies.Operations;
using DrInfra.Policies.Rules;
using Rule = DrInfra.Policies.Rules.Rule;

namespace DrInfra.Drctl.Reports;

/// <summary>Rules for people: all of them in a line each, or one with everything.</summary>
internal static class RulesText
{
    public static void WriteAll(Screen screen, IReadOnlyList<Rule> rules, IReadOnlyList<OperationRule> operations)
    {
        foreach (var rule in rules)
        {
            screen.Line(Fitting(screen, $"{rule.Id} ({VerdictText.Word(rule.Severity)}): {rule.Description}"));
        }

        foreach (var operation in operations)
        {
            screen.Line(Fitting(screen, $"{operation.Id} (refused): {operation.Description}"));
        }

        screen.Line();
        var mandatory = rules.Count(rule => rule.Level == Level.Mandatory);
        screen.Hanging(
            string.Empty,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{rules.Count} rules, {mandatory} of them mandatory, and {operations.Count} operations that `drctl diff --check` refuses. "
                + $"`drctl rules ID` explains one."));
    }

    private static string Fitting(Screen screen, string line) => line.Length <= screen.Width ? line : $"{line[..(screen.Width - 3)].TrimEnd()}...";

    public static void WriteOne(Screen screen, Rule rule)
    {
        screen.Line(rule.Id, Tone.Bold);
        screen.Hanging("  ", rule.Description);
        screen.Line();
        screen.Field("severity", VerdictText.Word(rule.Severity));
        screen.Field("level", rule.Level.Text());
        screen.Field("looks at", RuleFacts.LooksAt(rule) is { Count: > 0 } types ? string.Join(", ", types) : "all resources of the stacks");
        foreach (var practice in rule.Practices.Select(id => Practices.All.FirstOrDefault(known => known.Id == id) ?? new Practice(id, "", "", "", "")))
        {
            screen.Field("practice", $"{practice.Id} {practice.Title}".TrimEnd());
        }

        screen.Field("why", rule.Why);
        screen.Field("fix", rule.Fix);
        foreach (var parameter in rule.Parameters)
        {
            screen.Field("parameter", $"{parameter.Name}, {RuleFacts.Text(parameter)}");
        }

        if (rule.Also.Count > 0)
        {
            screen.Field("also", string.Join(", ", rule.Also));
        }

        if (rule.Aliases.Count > 0)
        {
            screen.Field("formerly", string.Join(", ", rule.Aliases));
        }
    }

    public static void WriteOne(Screen screen, Practice practice, IReadOnlyList<Rule> rules)
    {
        screen.Line($"{practice.Id} {practice.Title}", Tone.Bold);
        screen.Field("AWS", $"Well-Architected Framework, Reliability Pillar, {practice.WellArchitected}");
        screen.Field("NIST", $"SP 800-34 Rev. 1, {practice.Nist}");
        if (practice.Elsewhere is { } elsewhere)
        {
            screen.Field("elsewhere", elsewhere);
        }

        foreach (var rule in rules)
        {
            screen.Hanging("  ", $"{rule.Id}: {rule.Description}");
        }
    }

    public static void WriteOne(Screen screen, OperationRule operation)
    {
        screen.Line(operation.Id, Tone.Bold);
        screen.Hanging("  ", operation.Description);
        screen.Line();
        screen.Field("looks at", "changes of a stack (drctl diff), not its resources");
        screen.Field("why", operation.Why);
        screen.Field("fix", operation.Fix);
    }
}
