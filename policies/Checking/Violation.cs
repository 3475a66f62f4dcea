using DrInfra.Policies.Rules;

namespace DrInfra.Policies.Checking;

/// <summary>One broken rule on one resource, ready to be shown.</summary>
/// <param name="Urn">Empty where it is about a whole stack.</param>
/// <param name="Message">One line: what was found, and what was wanted.</param>
/// <param name="Property">The path of the property that it hangs on.</param>
public sealed record Violation(string Stack, Rule Rule, Level Enforcement, string Urn, string Message, string? Property)
{
    public string Why => Rule.Why;

    public string Fix => Rule.Fix;
}

/// <summary>A rule that could not be judged, because a property is known only after the deployment.</summary>
public sealed record UnknownVerdict(string Stack, Rule Rule, string Urn, string Property);

/// <summary>A rule that does not apply to what it looked at.</summary>
/// <param name="Urn">Empty where it is about a whole stack.</param>
public sealed record InapplicableRule(string Stack, Rule Rule, string Urn, string Reason);

/// <summary>A violation that the operator has accepted for a time.</summary>
public sealed record WaivedViolation(Violation Violation, string Reason, string Owner, DateOnly Expires);
