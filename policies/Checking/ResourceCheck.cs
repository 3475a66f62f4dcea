using DrInfra.Policies.Assessment;
using DrInfra.Policies.Rules;
using DrInfra.Recovery.Settings;

namespace DrInfra.Policies.Checking;

/// <summary>
/// Judges single resources, as the engine registers them one by one: the resource rules by type, with levels, parameters and
/// waivers. Safe to use from several threads.
/// </summary>
public sealed class ResourceCheck
{
    private readonly IReadOnlyList<Waiver> _waivers;
    private readonly DateOnly _asOf;
    private readonly WorkloadPatterns _patterns;
    private readonly Dictionary<string, List<Entry>> _byType = new(StringComparer.Ordinal);

    /// <param name="settings">What recovery.yaml says.</param>
    /// <param name="asOf">The day that expiries are compared with.</param>
    /// <param name="engine">Levels and parameters of the engine's configuration.</param>
    /// <param name="rules">Default: the whole pack.</param>
    public ResourceCheck(
        RecoverySettings settings, DateOnly asOf, IReadOnlyDictionary<string, RuleOverride>? engine = null, IReadOnlyList<Rule>? rules = null)
    {
        _waivers = settings.Waivers;
        _asOf = asOf;
        _patterns = new WorkloadPatterns(settings);
        var configuration = new RuleConfiguration(settings, engine);
        foreach (var rule in (rules ?? RecoveryPolicyPack.Rules).OfType<ResourceRule>())
        {
            var level = configuration.LevelOf(rule);
            foreach (var type in level.Level == Level.Disabled ? [] : rule.AppliesTo)
            {
                if (!_byType.TryGetValue(type, out var entries))
                {
                    _byType.Add(type, entries = []);
                }

                entries.Add(new Entry(rule, level, configuration.ParametersOf(rule)));
            }
        }
    }

    /// <summary>What the rules say of one resource; violations that are waived are left out.</summary>
    /// <param name="foreign">Whether the resource is of a stranger's stack, which one resource cannot always tell.</param>
    public (IReadOnlyList<Violation> Violations, IReadOnlyList<InapplicableRule> Inapplicable) Run(Node node, bool foreign)
    {
        if (!_byType.TryGetValue(node.Type, out var entries))
        {
            return ([], []);
        }

        var ledger = new Ledger([node.Stack], _patterns.WorkloadOf, foreign);
        foreach (var entry in entries)
        {
            Judge(entry, node, ledger);
        }

        return (Kept(ledger), ledger.Inapplicable);
    }

    /// <summary>The corrections of a resource by the rules whose level is <see cref="Level.Remediate"/>, each made to the result of the one before.</summary>
    /// <param name="node">The resource.</param>
    /// <param name="with">The same resource with other inputs.</param>
    public IEnumerable<Correction> Correct(Node node, Func<MapValue, Node> with)
    {
        foreach (var entry in _byType.GetValueOrDefault(node.Type) ?? [])
        {
            if (entry.Level.Level != Level.Remediate || !entry.Rule.CanRemediate)
            {
                continue;
            }

            var ledger = new Ledger([node.Stack], _patterns.WorkloadOf);
            Judge(entry, node, ledger);
            if (Kept(ledger) is [var violation, ..] && entry.Rule.Remediate(node, entry.Parameters) is { } inputs)
            {
                yield return new Correction(violation, inputs);
                node = with(inputs);
            }
        }
    }

    private static void Judge(Entry entry, Node node, Ledger ledger)
    {
        foreach (var verdict in entry.Rule.Evaluate(node, entry.Parameters))
        {
            ledger.Add(new Finding(node, verdict), entry.Rule, entry.Level);
        }
    }

    private IReadOnlyList<Violation> Kept(Ledger ledger) => _waivers.Count == 0
        ? ledger.Violations
        : [.. ledger.Violations.Where(violation => Waivers.Find(_waivers, violation) is not { } waiver || waiver.Expires <= _asOf)];

    private sealed record Entry(ResourceRule Rule, RuleLevel Level, RuleParameters Parameters);
}

/// <summary>What a rule corrects of a resource.</summary>
/// <param name="Violation">Why.</param>
/// <param name="Inputs">The resource's inputs as they should be.</param>
public sealed record Correction(Violation Violation, MapValue Inputs);
