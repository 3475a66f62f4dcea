using DrInfra.Policies.Assessment;
using DrInfra.Recovery;
using DrInfra.Recovery.Timeline;

namespace DrInfra.Policies.Rules;

/// <summary>A verdict and the resource it is about; null where it is about a whole stack or pair.</summary>
/// <param name="Stack">The stack's name where <paramref name="Node"/> is null; null = all that are judged.</param>
public sealed record Finding(Node? Node, Verdict Verdict, string? Stack = null)
{
    /// <summary>The workload that it is about, whichever resource shows it; null where it is about the resource.</summary>
    public string? Workload { get; init; }

    /// <summary>The disruption under which it counts; null where it does not hang on one.</summary>
    public Disruption? Disruption { get; init; }

    /// <summary>Which part of the subject, in a word that stays when the message changes, such as a store's label; null where the property says it.</summary>
    public string? Part { get; init; }

    /// <summary>What it rests on.</summary>
    public IReadOnlyList<Cause> Causes { get; init; } = [];

    public static Finding Violation(Node node, string message, string? property = null) => new(node, Verdict.Violation(message, property));

    /// <summary>What a view computed, as a rule says it.</summary>
    /// <exception cref="ArgumentException">The reason is how the service works: it is no resource's mistake.</exception>
    public static Finding Of(Reason reason) => reason switch
    {
        { Node: null } => throw new ArgumentException($"no resource is at fault: {reason.Text}", nameof(reason)),
        { IsUnknown: true } => Unknown(reason.Node, reason.Property ?? ""),
        _ => Violation(reason.Node, reason.Text, reason.Property),
    };

    /// <summary>What is wrong with a store's copies under a disruption, with the reasons that its copies give.</summary>
    internal static Finding OfStore(Store store, Disruption disruption, string message) => new(store.Node, Verdict.Violation(message))
    {
        Workload = store.Workload,
        Disruption = disruption,
        Part = store.Label,
        Causes = [.. store.Copies.Where(copy => copy.Lost.ContainsKey(disruption)).Select(copy => copy.Lost[disruption])
            .Where(reason => reason.Node is not null).Select(reason => new Cause(reason.Node!.Urn, reason.Property, reason.Text)).Distinct()],
    };

    public static Finding Unknown(Node node, string property) => new(node, Verdict.Unknown(property));
}
