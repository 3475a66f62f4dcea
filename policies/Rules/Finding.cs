using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules;

/// <summary>A verdict and the resource it is about; null where it is about a whole stack or pair.</summary>
/// <param name="Stack">The stack's name where <paramref name="Node"/> is null; null = all that are judged.</param>
public sealed record Finding(Node? Node, Verdict Verdict, string? Stack = null)
{
    public static Finding Violation(Node node, string message, string? property = null) => new(node, Verdict.Violation(message, property));

    public static Finding Unknown(Node node, string property) => new(node, Verdict.Unknown(property));
}
