namespace DrInfra.Policies.Rules;

/// <summary>
/// What is said of a rule wherever rules are listed: docs/rules.md, <c>drctl rules</c>, the engine's list of policies and every report.
/// </summary>
/// <param name="What">What must be true, one sentence.</param>
/// <param name="Why">What goes wrong in a disaster when it is not true, one or two sentences.</param>
/// <param name="Fix">What to change, as an imperative sentence.</param>
/// <param name="Practices">The practices it enforces, with spaces between: <c>B3 F6</c> (docs/rules.md explains them).</param>
/// <param name="Level">
/// The level where nothing else is configured. Objectives, ownership, destruction of data and encryption are mandatory, the rest advisory.
/// </param>
/// <param name="Published">Published checks of the same idea, with commas between: <c>CKV_AWS_28, RDS.7</c>.</param>
/// <param name="Formerly">Ids that it had, and ids of rules that it took over, with spaces between: recovery.yaml may still name them.</param>
public sealed record RuleDescriptor(
    string What, string Why, string Fix, Severity Severity, string Practices, Level Level = Level.Advisory, string Published = "", string Formerly = "");
