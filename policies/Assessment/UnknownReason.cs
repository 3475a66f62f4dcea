using DrInfra.Recovery.Figures;

namespace DrInfra.Policies.Assessment;

/// <summary>A reason why something does not happen, or why that is not known yet, as a part of a figure.</summary>
internal static class UnknownReason
{
    public static Derivation Leaf(string label, Reason unknown)
    {
        var property = new Source(SourceKind.Property, unknown.Property ?? "", unknown.Node?.Urn);
        return unknown.SaysWhy
            ? Derivation.Leaf(label, Figure.Unknown, property, new Source(SourceKind.Definition, unknown.Text))
            : Derivation.Leaf(label, Figure.Unknown, property);
    }

    /// <summary>Unknown where the reason is, else never: it is the cause, and stands at the figure with its resource and its property.</summary>
    public static Derivation OrNever(string label, Reason reason) => reason.IsUnknown
        ? Leaf(label, reason)
        : Derivation.Never(label, reason.Text, new Source(SourceKind.Cause, reason.Text, reason.Node?.Urn, Property: reason.Property));
}
