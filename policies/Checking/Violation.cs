using DrInfra.Policies.Rules;
using DrInfra.Recovery;
using DrInfra.Recovery.Timeline;

namespace DrInfra.Policies.Checking;

/// <summary>One broken rule on one resource, ready to be shown.</summary>
/// <param name="Urn">Empty where it is about a whole stack.</param>
/// <param name="Message">One line: what was found, and what was wanted.</param>
/// <param name="Property">The path of the property that it hangs on.</param>
public sealed record Violation(string Stack, Rule Rule, Level Enforcement, string Urn, string Message, string? Property)
{
    /// <summary>The workload that it is about, or that its resource belongs to; null where there is none.</summary>
    public string? Workload { get; init; }

    /// <summary>The disruption under which it counts; null where it does not hang on one.</summary>
    public Disruption? Disruption { get; init; }

    /// <summary>Which part of the workload or resource, such as a store's label; null where the property says it, or it is about the whole.</summary>
    public string? Part { get; init; }

    /// <summary>What it rests on; of a broken objective what makes its copies worthless, its signals silent or its figures long.</summary>
    public IReadOnlyList<Cause> Causes { get; init; } = [];

    /// <summary>Whether it is about the workload, whichever resource shows it.</summary>
    public bool IsAboutWorkload { get; init; }

    /// <summary>Which it is of several findings that are otherwise the same (<see cref="FindingFingerprint"/>), from 0.</summary>
    public int Ordinal { get; init; }

    public string Why => Rule.Why;

    public string Fix => Rule.Fix;

    /// <inheritdoc cref="FindingFingerprint"/>
    public string Fingerprint => FindingFingerprint.Of(this);
}

/// <summary>A rule that could not be judged, because a property is known only after the deployment.</summary>
public sealed record UnknownVerdict(string Stack, Rule Rule, string Urn, string Property);

/// <summary>A rule that does not apply to what it looked at.</summary>
/// <param name="Urn">Empty where it is about a whole stack.</param>
public sealed record InapplicableRule(string Stack, Rule Rule, string Urn, string Reason);

/// <summary>A violation that the operator has accepted for a time.</summary>
public sealed record WaivedViolation(Violation Violation, string Reason, string Owner, DateOnly Expires);
