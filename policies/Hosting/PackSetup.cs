using DrInfra.Policies.Checking;
using DrInfra.Policies.Rules;
using DrInfra.Recovery.Settings;

namespace DrInfra.Policies.Hosting;

/// <summary>What everything of one preview or update is judged by: recovery.yaml, and the engine's configuration over it.</summary>
internal sealed class PackSetup
{
    private readonly Lazy<ResourceCheck> _resources;

    private PackSetup(SettingsFile settings, IReadOnlyDictionary<string, RuleOverride> engine)
    {
        File = settings;
        Engine = engine;
        _resources = new(() => new ResourceCheck(Settings, AsOf, Engine));
    }

    public SettingsFile File { get; }

    public RecoverySettings Settings => File.Settings;

    /// <summary>Levels and parameters by the id of a rule or pack policy.</summary>
    public IReadOnlyDictionary<string, RuleOverride> Engine { get; }

    /// <summary>Today in UTC, when the pack was set up.</summary>
    public DateOnly AsOf { get; } = DateOnly.FromDateTime(DateTime.UtcNow);

    public ResourceCheck Resources => _resources.Value;

    /// <summary>The rules' own levels and parameters under those of recovery.yaml.</summary>
    public static PackSetup Of(SettingsFile settings) => new(settings, new Dictionary<string, RuleOverride>());

    /// <summary>The same under the engine's configuration, which has an entry for each policy.</summary>
    /// <param name="settings">The file that the configuration names; null where it names none.</param>
    public PackSetup With(IReadOnlyDictionary<string, (Level? Level, MapValue Properties)> configuration, SettingsFile? settings)
    {
        var engine = new Dictionary<string, RuleOverride>(StringComparer.Ordinal);
        foreach (var (id, (level, properties)) in configuration)
        {
            var parameters = properties.Where(property => property.Value is NumberValue)
                .ToDictionary(property => property.Key, property => ((NumberValue)property.Value).Value, StringComparer.Ordinal);
            engine[id] = configuration.ContainsKey(RuleConfiguration.All) ? new RuleOverride(level, parameters)
                : RecoveryPolicyPack.Find(id) is { } rule ? Changed(rule, level, parameters)
                : new RuleOverride(PackPolicy.All.FirstOrDefault(policy => policy.Id == id) is { } own && level == LevelOf(own) ? null : level, parameters);
        }

        return new PackSetup(settings ?? File, engine);
    }

    /// <summary>Why nothing can be judged: recovery.yaml is there and cannot be read; null where it can, or the operator does not care.</summary>
    public string? Obstacle => File.Problem is { } problem && LevelOf(PackPolicy.Settings) != Level.Disabled ? problem : null;

    /// <summary>
    /// The level of what the pack says of itself. The dial <c>all</c> is for rules, but for <c>disabled</c>; the engine spreads it over
    /// all policies, so an entry like it cannot be told from it.
    /// </summary>
    public Level LevelOf(PackPolicy policy)
    {
        var all = Engine.GetValueOrDefault(RuleConfiguration.All)?.Level;
        var told = Engine.GetValueOrDefault(policy.Id)?.Level;
        var own = told != all || told == Level.Disabled ? told : null;
        return (own ?? LevelNames.Parse(Settings.Rules.FirstOrDefault(rule => rule.Id == policy.Id)?.Level)) switch
        {
            null or Level.Remediate => policy.Level,
            { } level => level,
        };
    }

    public RuleConfiguration Configuration() => new(Settings, Engine);

    // The engine fills in what the pack announced where the operator said nothing. That must not win over a recovery.yaml which
    // the same configuration names.
    private RuleOverride Changed(Rule rule, Level? level, Dictionary<string, double> parameters)
    {
        var announced = Configuration();
        var values = announced.ParametersOf(rule);
        foreach (var parameter in rule.Parameters)
        {
            if (parameters.TryGetValue(parameter.Name, out var value) && value.Equals(values[parameter.Name]))
            {
                parameters.Remove(parameter.Name);
            }
        }

        return new RuleOverride(level == announced.LevelOf(rule).Level ? null : level, parameters);
    }
}
