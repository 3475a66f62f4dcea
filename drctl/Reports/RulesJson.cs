using DrInfra.Drctl.Reports.Json;
using DrInfra.Policies.Operations;
using DrInfra.Policies.Rules;

namespace DrInfra.Drctl.Reports;

/// <summary>The rules for programs.</summary>
internal static class RulesJson
{
    /// <summary>The version of the document's shape.</summary>
    public const int Version = 1;

    public static string Render(IReadOnlyList<Rule> rules, IReadOnlyList<OperationRule> operations) => ReportJson.Text(new RulesDocument(
        Version,
        rules.Select(rule => new RulesDocument.Rule(
            rule.Id,
            rule.Aliases,
            rule.Area,
            VerdictText.Word(rule.Severity),
            rule.Level.Text(),
            rule.Description,
            rule.Why,
            rule.Fix,
            rule.Practices,
            RuleFacts.LooksAt(rule),
            rule.Parameters.Select(parameter => new RulesDocument.Parameter(
                parameter.Name, parameter.Description, parameter.Default, parameter.Minimum, parameter.Maximum)),
            rule.Also)),
        operations.Select(operation => new RulesDocument.Operation(operation.Id, operation.Description, operation.Why, operation.Fix))));
}
