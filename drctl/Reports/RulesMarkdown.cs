using System.Globalization;
using DrInfra.Policies.Hosting;
using DrInfra.Policies.Operations;
using DrInfra.Policies.Rules;
using static DrInfra.Drctl.Reports.MarkdownText;

namespace DrInfra.Drctl.Reports;

/// <summary>docs/rules.md: every rule with its header.</summary>
public static class RulesMarkdown
{
    /// <summary>What makes the file new.</summary>
    public const string Command = "dotnet run --project drctl -- rules --format markdown --out docs/rules.md";

    // A row is read at a glance.
    private const int MostTypes = 4;

    public static string Render(IReadOnlyList<Rule> rules, IReadOnlyList<OperationRule> operations) => string.Join(
        '\n', [.. Intro(rules), .. rules.GroupBy(rule => rule.Area).SelectMany(OfArea), .. OfOperations(operations), .. OfPack()])
            + "\n";

    private static string[] Intro(IReadOnlyList<Rule> rules) =>
    [
        "# Rules",
        "",
        $"<!-- Generated from policies/Rules/*/rules.json: {Command} -->",
        "",
        string.Create(
            CultureInfo.InvariantCulture,
            $"{rules.Count} rules, {rules.Count(rule => rule.Level == Level.Mandatory)} of them mandatory by default: a violation stops the deployment. The "
                + $"others"),
        "are advisory. Set levels and parameters in recovery.yaml (`rules`, by id, or `all`), or in the policy pack",
        "configuration of Pulumi, which takes precedence. On a stack without `dr:*` tags a rule is advisory unless its level is set. A rule that",
        "cannot be judged before the deployment is reported as unknown, never as passed.",
        "",
        "[published-checks.md](published-checks.md) lists published checks and the rules that cover them, [practices.md](practices.md) the practices that",
        "rules, components and tests put to work; `drctl rules B1` lists the rules of one.",
        "",
    ];

    private static IEnumerable<string> OfArea(IGrouping<string, Rule> area)
    {
        yield return $"## {area.Key}";
        yield return "";
        yield return Header("rule", "severity", "level", "practices");
        foreach (var rule in area)
        {
            yield return Row($"[{rule.Id}](#{rule.Id})", VerdictText.Word(rule.Severity), rule.Level.Text(), string.Join(' ', rule.Practices));
        }

        yield return "";
        foreach (var line in area.SelectMany(OfRule))
        {
            yield return line;
        }
    }

    private static IEnumerable<string> OfRule(Rule rule)
    {
        yield return $"### {rule.Id}";
        yield return "";
        yield return Plain(rule.Description);
        yield return "";
        yield return $"- severity {VerdictText.Word(rule.Severity)}, {rule.Level.Text()}; practices {string.Join(", ", rule.Practices)}";
        yield return $"- looks at {LooksAt(RuleFacts.LooksAt(rule))}";
        yield return $"- why: {Plain(rule.Why)}";
        yield return $"- fix: {Plain(rule.Fix)}";
        foreach (var parameter in rule.Parameters)
        {
            yield return $"- parameter {Code(parameter.Name)}, {Plain(RuleFacts.Text(parameter))}";
        }

        if (rule.Also.Count > 0)
        {
            yield return $"- also: {string.Join(", ", rule.Also.Select(Code))}";
        }

        if (rule.Aliases.Count > 0)
        {
            yield return $"- formerly: {string.Join(", ", rule.Aliases.Select(Code))}";
        }

        yield return "";
    }

    private static string LooksAt(IReadOnlyList<string> types) => types.Count switch
    {
        0 => "all resources of the stacks",
        <= MostTypes => string.Join(", ", types.Select(Code)),
        _ => string.Create(
            CultureInfo.InvariantCulture,
            $"{string.Join(", ", types.Take(MostTypes).Select(Code))} and {types.Count - MostTypes} more types (`drctl rules ID` lists them)"),
    };

    private static IEnumerable<string> OfOperations(IReadOnlyList<OperationRule> operations)
    {
        yield return "## Operations";
        yield return "";
        yield return "`drctl diff --check` refuses these operations, with or without `dr:*` tags, unless a waiver in recovery.yaml accepts them until a date";
        yield return "([ADR 8](adr/0008-operations-gate.md)). They have no level.";
        yield return "";
        foreach (var operation in operations)
        {
            yield return $"### {operation.Id}";
            yield return "";
            yield return Plain(operation.Description);
            yield return "";
            yield return $"- why: {Plain(operation.Why)}";
            yield return $"- fix: {Plain(operation.Fix)}";
            yield return "";
        }
    }

    private static IEnumerable<string> OfPack()
    {
        yield return "## The pack itself";
        yield return "";
        yield return "Policies that report problems of the pack's own files, and resources that it could not judge.";
        yield return "";
        foreach (var policy in PackPolicy.All)
        {
            yield return $"### {policy.Id}";
            yield return "";
            yield return Plain(policy.Description);
            yield return "";
            yield return $"- severity {VerdictText.Word(policy.Severity)}, {policy.Level.Text()}";
            yield return $"- fix: {Plain(policy.Fix)}";
            yield return "";
        }
    }
}
