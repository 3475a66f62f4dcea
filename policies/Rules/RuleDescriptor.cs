namespace DrInfra.Policies.Rules;

/// <summary>
/// What is said of a rule wherever rules are listed: docs/rules.md, <c>drctl rules</c>, the engine's list of policies and every report.
/// </summary>
/// <param name="What">What must be true, one sentence.</param>
/// <param name="Why">What goes wrong in a disaster when it is not true, one or two sentences.</param>
/// <param name="Fix">What to change, as an imperative sentence.</param>
/// <param name="Level">
/// The level where nothing else is configured. Objectives, ownership, destruction of data and encryption are mandatory, the rest advisory.
/// </param>
/// <param name="Practices">The practices it enforces (B1 to A4; docs/rules.md explains them).</param>
public sealed record RuleDescriptor(string What, string Why, string Fix, Severity Severity, Level Level, IReadOnlyList<string> Practices)
{
    /// <summary>The folder of the rule, and the heading in docs/rules.md.</summary>
    public string Area { get; init; } = "";

    /// <summary>What an operator can set.</summary>
    public IReadOnlyList<RuleParameter> Parameters { get; init; } = [];

    /// <summary>Published checks of the same idea: <c>CKV_AWS_28</c>, <c>RDS.7</c>.</summary>
    public IReadOnlyList<string> Published { get; init; } = [];

    /// <summary>Ids that it had, and ids of rules that it took over: recovery.yaml may still name them.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];
}
