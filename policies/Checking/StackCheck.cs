using System.Collections.Concurrent;
using DrInfra.Policies.Assessment;
using DrInfra.Policies.Rules;
using DrInfra.Recovery.Settings;
using DrInfra.Recovery.Timeline;

namespace DrInfra.Policies.Checking;

/// <summary>Judges graphs: runs every rule over them, with levels, parameters and waivers.</summary>
public static class StackCheck
{
    private const int Assessment = -1;

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
        var workloadOf = new WorkloadPatterns(settings).WorkloadOf;
        var ledgers = new List<Ledger>();
        var assessments = new List<RecoveryAssessment>();
        var judged = (rules ?? RecoveryPolicyPack.Rules)
            .Select(rule => (Rule: rule, Level: configuration.LevelOf(rule)))
            .Where(pair => pair.Level.Level != Level.Disabled)
            .ToArray();
        var pairs = StackPairs.Of(estate, settings);
        foreach (var (name, stacks, said) in pairs)
        {
            var promises = new Lazy<Promises>(() => Promises.Of(stacks, said));
            var recovery = new Lazy<RecoveryAssessment>(() => RecoveryAssessment.Of(stacks, promises.Value, said, asOf, name, pairs.Count > 1));
            // Rules are pure functions of the estate, so each can run beside the others; the order of what they find is kept. The assessment,
            // the longest piece, comes first, and the rules that wait for it last.
            var findings = new Finding[judged.Length][];
            IEnumerable<int> work = Enumerable.Range(0, judged.Length).OrderBy(i => judged[i].Rule is AssessmentRule);
            Parallel.ForEach(Partitioner.Create(rules is null ? work.Prepend(Assessment) : work, EnumerablePartitionerOptions.NoBuffering), i =>
            {
                if (i == Assessment)
                {
                    _ = recovery.Value;
                    return;
                }

                findings[i] = [.. Findings(judged[i].Rule, new RuleContext
                {
                    Estate = stacks,
                    Parameters = configuration.ParametersOf(judged[i].Rule),
                    Settings = said,
                    AsOf = asOf,
                    Promises = promises,
                    Recovery = recovery,
                })];
            });
            var ledger = new Ledger(stacks.Stacks, workloadOf);
            ledgers.Add(ledger);
            for (var i = 0; i < judged.Length; i++)
            {
                foreach (var finding in findings[i])
                {
                    ledger.Add(finding, judged[i].Rule, judged[i].Level);
                }
            }

            if (rules is null)
            {
                assessments.Add(recovery.Value);
            }
        }

        var found = FindingFingerprint.Numbered([.. ledgers.SelectMany(ledger => ledger.Violations).DistinctBy(violation =>
            (violation.Stack, violation.Rule, violation.Enforcement, violation.Urn, violation.Message, violation.Property))]);
        var (kept, waived, stale) = Waivers.Apply(settings.Waivers, found, asOf, configuration);
        return new CheckReport
        {
            AsOf = asOf,
            Stacks = [.. estate.Stacks.Select(stack => stack.Name)],
            Violations = [.. kept.Concat(stale)
                .OrderByDescending(violation => violation.Enforcement == Level.Mandatory)
                .ThenByDescending(violation => violation.Rule.Severity)
                .ThenBy(violation => violation.Rule.Id, StringComparer.Ordinal)
                .ThenBy(violation => violation.Urn, StringComparer.Ordinal)
                .ThenBy(violation => violation.Message, StringComparer.Ordinal)],
            Unknown = [.. ledgers.SelectMany(ledger => ledger.Unknown).Distinct()
                .OrderBy(verdict => verdict.Rule.Id, StringComparer.Ordinal)
                .ThenBy(verdict => verdict.Urn, StringComparer.Ordinal)
                .ThenBy(verdict => verdict.Property, StringComparer.Ordinal)],
            Waived = waived,
            Inapplicable = [.. ledgers.SelectMany(ledger => ledger.Inapplicable)],
            Objectives = [.. assessments.SelectMany(assessment => assessment.Outcomes)],
            Assessments = assessments,
            Stores = [.. assessments.SelectMany(StoreReports.Of)],
            Unclassified = [.. assessments.SelectMany(assessment => assessment.Unclassified).Select(node => node.Urn)],
            NotJudged = rules is null ? NotJudgedIn(estate, assessments) : [],
            Notes = [.. estate.Stacks.SelectMany(stack => stack.Graph.Notes), .. FormerIds.Notes(settings)],
        };
    }

    /// <summary>What every workload gets, and nothing else of a check.</summary>
    /// <inheritdoc cref="Run"/>
    public static IReadOnlyList<Outcome> Outcomes(Estate estate, RecoverySettings settings, DateOnly asOf) =>
        [.. Assess(estate, settings, asOf).SelectMany(assessment => assessment.Outcomes)];

    /// <summary>What the objectives are computed from, per pair of stacks, without any rule.</summary>
    /// <inheritdoc cref="Run"/>
    public static IReadOnlyList<RecoveryAssessment> Assess(Estate estate, RecoverySettings settings, DateOnly asOf)
    {
        var pairs = StackPairs.Of(estate, settings);
        return [.. pairs.Select(pair =>
            RecoveryAssessment.Of(pair.Stacks, Promises.Of(pair.Stacks, pair.Settings), pair.Settings, asOf, pair.Name, pairs.Count > 1))];
    }

    private static IReadOnlyList<NotJudged> NotJudgedIn(Estate estate, IReadOnlyList<RecoveryAssessment> assessments) =>
    [
        .. UnreadTypes.Of(estate)
            .Select(type => new NotJudged(type.Type, type.Why, [.. type.Nodes.Select(node => node.Urn)], !type.Nodes.All(UnreadTypes.IsOnlyLookedUp))),
        .. assessments.SelectMany(assessment => assessment.LeftOut).GroupBy(node => node.Type).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group =>
                new NotJudged(
                    group.Key, "it serves or notifies, but has no workload", [.. group.Select(node => node.Urn).Order(StringComparer.Ordinal)],
                    IsOpen: false)),
    ];

    // What a program only looks up is another one's: its options are not judged here, the promises that rest on it are.
    private static IEnumerable<Finding> Findings(Rule rule, RuleContext context) => rule switch
    {
        ResourceRule resourceRule => context.Estate.OfTypes(resourceRule.AppliesTo).Where(node => !UnreadTypes.IsOnlyLookedUp(node))
            .SelectMany(node => resourceRule.Evaluate(node, context.Parameters).Select(verdict => new Finding(node, verdict))),
        StackRule stackRule =>
            stackRule.Evaluate(context).Where(finding => finding.Node is not { } node || finding.Workload is not null || !UnreadTypes.IsOnlyLookedUp(node)),
        _ => throw new InvalidOperationException($"{rule.Id} is neither a resource rule nor a stack rule"),
    };
}
