using DrInfra.Recovery.Figures;

namespace DrInfra.Policies.Assessment;

/// <summary>A reason that is not known yet, as a part of a figure.</summary>
internal static class UnknownReason
{
    public static Derivation Leaf(string label, Reason unknown)
    {
        var property = new Source(SourceKind.Property, unknown.Property ?? "", unknown.Node?.Urn);
        return unknown.SaysWhy
            ? Derivation.Leaf(label, Figure.Unknown, property, new Source(SourceKind.Definition, unknown.Text))
            : Derivation.Leaf(label, Figure.Unknown, property);
    }
}
