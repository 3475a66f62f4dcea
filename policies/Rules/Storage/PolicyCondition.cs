namespace DrInfra.Policies.Rules.Storage;

/// <summary>One condition of a statement.</summary>
/// <param name="Operator">Without <c>ForAnyValue:</c> or <c>ForAllValues:</c>.</param>
/// <param name="Key">In lower case, since AWS does not mind it.</param>
internal sealed record PolicyCondition(string Operator, string Key, string[] Values);
