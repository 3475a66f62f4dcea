using System.Globalization;
using DrInfra.Drctl.Rendering;
using DrInfra.Policies.Catalogue;
using DrInfra.Policies.Operations;
using DrInfra.Policies.Rules;
using Spectre.Console;
using Rule = DrInfra.Policies.Rules.Rule;

namespace DrInfra.Drctl.Reports;

/// <summary>Rules for people: all of them in two lines each, or one with everything.</summary>
internal static class RulesText
{
    private static readonly Style Bold = new(decoration: Decoration.Bold);

    public static void WriteAll(IAnsiConsole console, IReadOnlyList<Rule> rules, IReadOnlyList<OperationRule> operations)
    {
        foreach (var area in rules.GroupBy(RuleFacts.Area))
        {
            console.Write(new Text(area.Key + "\n", Bold));
            foreach (var rule in area)
            {
                console.Write(new Text($"  {rule.Id}\n"));
                var practices = string.Join(", ", rule.Practices);
                Lines.Hanging(console, "      ", $"{VerdictText.Word(rule.Severity)}, {rule.Level.Text()}, practices {practices}", new Style(decoration: Decoration.Dim));
                Lines.Hanging(console, "      ", rule.Description);
            }

            console.WriteLine();
        }

        console.Write(new Text("Operations, which drctl diff --check refuses unless they are waived\n", Bold));
        foreach (var operation in operations)
        {
            console.Write(new Text($"  {operation.Id}\n"));
            Lines.Hanging(console, "      ", operation.Description);
        }

        console.WriteLine();
        var mandatory = rules.Count(rule => rule.Level == Level.Mandatory);
        Lines.Hanging(console, string.Empty, string.Create(CultureInfo.InvariantCulture, $"{rules.Count} rules, {mandatory} of them mandatory. `drctl rules ID` explains one."));
    }

    public static void WriteOne(IAnsiConsole console, Rule rule)
    {
        console.Write(new Text(rule.Id + "\n", Bold));
        Lines.Hanging(console, "  ", rule.Description);
        console.WriteLine();
        Field(console, "severity", VerdictText.Word(rule.Severity));
        Field(console, "level", rule.Level.Text());
        Field(console, "looks at", RuleFacts.LooksAt(rule) is { Count: > 0 } types ? string.Join(", ", types) : "all resources of the stacks together");
        foreach (var practice in rule.Practices.Select(id => Practices.All.FirstOrDefault(known => known.Id == id) ?? new Practice(id, "", "")))
        {
            Field(console, "practice", $"{practice.Id} {practice.Title}".TrimEnd());
        }

        Field(console, "why", rule.Why);
        Field(console, "fix", rule.Fix);
        foreach (var parameter in rule.Parameters)
        {
            Field(console, "parameter", $"{parameter.Name}, {RuleFacts.Text(parameter)}");
        }

        if (rule.Also.Count > 0)
        {
            Field(console, "also", string.Join(", ", rule.Also));
        }
    }

    public static void WriteOne(IAnsiConsole console, OperationRule operation)
    {
        console.Write(new Text(operation.Id + "\n", Bold));
        Lines.Hanging(console, "  ", operation.Description);
        console.WriteLine();
        Field(console, "looks at", "what is about to be done to a stack (drctl diff), not at what will be there");
        Field(console, "why", operation.Why);
        Field(console, "fix", operation.Fix);
    }

    private static void Field(IAnsiConsole console, string label, string text) => Lines.Field(console, label, text);
}
