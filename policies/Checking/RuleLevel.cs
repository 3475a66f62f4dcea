using DrInfra.Policies.Rules;

namespace DrInfra.Policies.Checking;

/// <summary>How strict a rule is.</summary>
/// <param name="IsSet">Whether an operator says so, for the rule or for all; else it is the rule's own.</param>
public readonly record struct RuleLevel(Level Level, bool IsSet);
