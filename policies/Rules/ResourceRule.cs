namespace DrInfra.Policies.Rules;

/// <summary>A rule that looks at one resource alone: its own properties, options, tags and provider, nothing beside it.</summary>
/// <param name="types">The type tokens that it looks at.</param>
public abstract class ResourceRule(params IReadOnlyList<string> types) : Rule
{
    /// <summary>The type tokens that it looks at.</summary>
    public virtual IReadOnlyList<string> AppliesTo => types;

    /// <summary>The verdicts on a resource of one of these types: several where several things are wrong, one otherwise.</summary>
    public abstract IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters);

    /// <summary>
    /// The resource's inputs as they should be, for level <see cref="Level.Remediate"/>; null where the rule cannot correct it or
    /// nothing is wrong.
    /// </summary>
    public virtual MapValue? Remediate(Node node, RuleParameters parameters) => null;

    /// <summary>Whether the rule can correct what it finds.</summary>
    public virtual bool CanRemediate => false;
}
