namespace DrInfra.Policies.Rules;

/// <summary>The values of a rule's parameters: the defaults with what the operator set over them.</summary>
public sealed class RuleParameters
{
    private readonly Dictionary<string, double> _values;

    /// <param name="rule">Whose defaults.</param>
    /// <param name="set">What the operator set; names that the rule does not have are left out.</param>
    public RuleParameters(Rule rule, IReadOnlyDictionary<string, double>? set = null) =>
        _values = rule.Parameters.ToDictionary(
            parameter => parameter.Name,
            parameter => set is not null && set.TryGetValue(parameter.Name, out var value)
                ? Math.Clamp(value, parameter.Minimum, parameter.Maximum)
                : parameter.Default,
            StringComparer.Ordinal);

    /// <exception cref="KeyNotFoundException">The rule has no such parameter.</exception>
    public double this[string name] => _values[name];
}
