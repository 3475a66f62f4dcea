using DrInfra.Policies.Rules;
using DrInfra.Recovery.Settings;

namespace DrInfra.Policies.Checking;

/// <summary>
/// How strict each rule is, and its parameters: the rule's own, under recovery.yaml, under the engine's policy-pack configuration.
/// In each of them <c>all</c> is the dial for rules without an entry of their own.
/// </summary>
public sealed class RuleConfiguration
{
    /// <summary>The name of the dial.</summary>
    public const string All = "all";

    private readonly Dictionary<string, RuleOverride> _file;
    private readonly IReadOnlyDictionary<string, RuleOverride> _engine;

    /// <param name="settings">What recovery.yaml says.</param>
    /// <param name="engine">What the engine's configuration says; it wins.</param>
    public RuleConfiguration(RecoverySettings settings, IReadOnlyDictionary<string, RuleOverride>? engine = null)
    {
        _file = settings.Rules.ToDictionary(
            rule => rule.Id,
            rule => new RuleOverride(
                LevelNames.Parse(rule.Level),
                rule.Parameters.Where(parameter => parameter.Value is double).ToDictionary(parameter => parameter.Key, parameter => (double)parameter.Value)),
            StringComparer.Ordinal);
        _engine = engine ?? new Dictionary<string, RuleOverride>();
    }

    public RuleLevel LevelOf(Rule rule) =>
        (Entry(_engine, rule)?.Level ?? _engine.GetValueOrDefault(All)?.Level ?? Entry(_file, rule)?.Level ?? _file.GetValueOrDefault(All)?.Level) is { } set
            ? new RuleLevel(set, IsSet: true)
            : new RuleLevel(rule.Level, IsSet: false);

    public RuleParameters ParametersOf(Rule rule)
    {
        var set = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var entry in new[] { Entry(_file, rule), Entry(_engine, rule) })
        {
            foreach (var (name, value) in entry?.Parameters ?? new Dictionary<string, double>())
            {
                set[name] = value;
            }
        }

        return new RuleParameters(rule, set);
    }

    // An entry by an id that the rule had counts where there is none by its present one.
    private static RuleOverride? Entry(IReadOnlyDictionary<string, RuleOverride> from, Rule rule) =>
        from.GetValueOrDefault(rule.Id) ?? rule.Aliases.Select(alias => from.GetValueOrDefault(alias)).FirstOrDefault(entry => entry is not null);
}

/// <summary>A level and parameters that replace a rule's own; null leaves the level.</summary>
public sealed record RuleOverride(Level? Level, IReadOnlyDictionary<string, double> Parameters);
