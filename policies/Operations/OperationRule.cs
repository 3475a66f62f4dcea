namespace DrInfra.Policies.Operations;

/// <summary>
/// A kind of operation on data that a deployment may not do unless it is waived: a waiver of recovery.yaml names it by its id.
/// Unlike a rule it looks at what is about to happen, not at what will be there.
/// </summary>
/// <param name="Id">Stable: waivers hang on it.</param>
/// <param name="Description">What is refused, one sentence.</param>
/// <param name="Why">What goes wrong otherwise.</param>
/// <param name="Fix">What to do instead, as an imperative sentence.</param>
public sealed record OperationRule(string Id, string Description, string Why, string Fix);
