namespace DrInfra.Policies.Rules;

/// <summary>Something that an operator can set of a rule, a number with bounds.</summary>
/// <param name="Name">In camel case with its unit: <c>minimumDays</c>.</param>
/// <param name="Description">What it means.</param>
public sealed record RuleParameter(string Name, string Description, double Default, double Minimum, double Maximum);
