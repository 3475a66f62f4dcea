using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules;

/// <summary>A verdict and the resource it is about; null where it is about a whole stack or pair.</summary>
/// <param name="Stack">The stack's name where <paramref name="Node"/> is null; null = all that are judged.</param>
public sealed record Finding(Node? Node, Verdict Verdict, string? Stack = null)
{
    public static Finding Violation(Node node, string message, string? property = null) => new(node, Verdict.Violation(message, property));

    /// <summary>What a view computed, as a rule says it.</summary>
    /// <exception cref="ArgumentException">The reason is how the service works: it is no resource's mistake.</exception>
    public static Finding Of(Reason reason) => reason switch
    {
        { Node: null } => throw new ArgumentException($"no resource is at fault: {reason.Text}", nameof(reason)),
        { IsUnknown: true } => Unknown(reason.Node, reason.Property ?? ""),
        _ => Violation(reason.Node, reason.Text, reason.Property),
    };

    public static Finding Unknown(Node node, string property) => new(node, Verdict.Unknown(property));
}
