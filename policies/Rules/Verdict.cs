namespace DrInfra.Policies.Rules;

/// <summary>What a rule says of a resource.</summary>
public enum VerdictKind
{
    Compliant,
    Violation,
    Unknown,
    NotApplicable,
}

/// <summary>One thing that a rule found. Compliant and not applicable need no text.</summary>
/// <param name="Message">
/// For a violation: what was found and what was wanted, one line, beginning with the thing in lower case
/// (<c>retention is 3 days, 7 needed</c>). For unknown: empty. For not applicable: the reason.
/// </param>
/// <param name="Property">The path of the property that it hangs on; required for unknown.</param>
public sealed record Verdict(VerdictKind Kind, string Message, string? Property = null)
{
    public static readonly Verdict Compliant = new(VerdictKind.Compliant, "");

    public static Verdict Violation(string message, string? property = null) => new(VerdictKind.Violation, message, property);

    /// <summary>A property that is needed is not known before the deployment.</summary>
    public static Verdict Unknown(string property) => new(VerdictKind.Unknown, "", property);

    /// <summary>What a view computed, of the resource that the rule looks at.</summary>
    public static Verdict Of(Reason reason) => reason.IsUnknown ? Unknown(reason.Property ?? "") : Violation(reason.Text, reason.Property);

    public static Verdict NotApplicable(string reason) => new(VerdictKind.NotApplicable, reason);
}
