using DrInfra.Policies.Reading;
using DrInfra.Policies.Recovery;
using DrInfra.Policies.Rules;
using DrInfra.Recovery.Settings;

namespace DrInfra.Policies.Checking;

/// <summary>Judges graphs: runs every rule over them, with levels, parameters and waivers.</summary>
public static class StackCheck
{
    /// <param name="estate">One stack or several.</param>
    /// <param name="settings">What recovery.yaml says.</param>
    /// <param name="asOf">The day that expiries are compared with.</param>
    /// <param name="engine">Levels and parameters of the engine's configuration.</param>
    /// <param name="rules">Default: the whole pack.</param>
    public static CheckReport Run(
        Estate estate,
        RecoverySettings settings,
        DateOnly asOf,
        IReadOnlyDictionary<string, RuleOverride>? engine = null,
        IReadOnlyList<Rule>? rules = null)
    {
        var configuration = new RuleConfiguration(settings, engine);
        var ledger = new Ledger(estate.Stacks);
        var assessments = new List<RecoveryAssessment>();
        foreach (var pair in StackPairs.Of(estate))
        {
            var recovery = new Lazy<RecoveryAssessment>(() => RecoveryAssessment.Of(pair, settings, asOf));
            foreach (var rule in rules ?? RecoveryPolicyPack.Rules)
            {
                var level = configuration.LevelOf(rule);
                var context = new RuleContext
                {
                    Estate = pair,
                    Parameters = configuration.ParametersOf(rule),
                    Settings = settings,
                    AsOf = asOf,
                    Recovery = recovery,
                };
                foreach (var finding in level == Level.Disabled ? [] : Findings(rule, context))
                {
                    ledger.Add(finding, rule, level);
                }
            }

            if (rules is null)
            {
                assessments.Add(recovery.Value);
            }
        }

        var (kept, waived, stale) = Waivers.Apply(settings.Waivers, ledger.Violations, asOf);
        return new CheckReport
        {
            AsOf = asOf,
            Stacks = [.. estate.Stacks.Select(stack => stack.Name)],
            Violations = [.. kept.Concat(stale).Distinct()
                .OrderByDescending(violation => violation.Enforcement == Level.Mandatory)
                .ThenByDescending(violation => violation.Rule.Severity)
                .ThenBy(violation => violation.Rule.Id, StringComparer.Ordinal)
                .ThenBy(violation => violation.Urn, StringComparer.Ordinal)
                .ThenBy(violation => violation.Message, StringComparer.Ordinal)],
            Unknown = [.. ledger.Unknown.Distinct()
                .OrderBy(verdict => verdict.Rule.Id, StringComparer.Ordinal)
                .ThenBy(verdict => verdict.Urn, StringComparer.Ordinal)
                .ThenBy(verdict => verdict.Property, StringComparer.Ordinal)],
            Waived = waived,
            Inapplicable = ledger.Inapplicable,
            Objectives = [.. assessments.SelectMany(assessment => assessment.Outcomes)],
            Stores = [.. assessments.SelectMany(StoreReports.Of)],
            Unclassified = [.. assessments.SelectMany(assessment => assessment.Unclassified).Select(node => node.Urn)],
            NotRead = rules is null ? StoreReports.NotRead(estate) : [],
        };
    }

    private static IEnumerable<Finding> Findings(Rule rule, RuleContext context) => rule switch
    {
        ResourceRule resourceRule => context.Estate.OfTypes(resourceRule.AppliesTo)
            .SelectMany(node => resourceRule.Evaluate(node, context.Parameters).Select(verdict => new Finding(node, verdict))),
        StackRule stackRule => stackRule.Evaluate(context),
        _ => throw new InvalidOperationException($"{rule.Id} is neither a resource rule nor a stack rule"),
    };
}
