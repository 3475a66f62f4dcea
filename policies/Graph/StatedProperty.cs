namespace DrInfra.Policies.Graph;

/// <summary>Whether a program says something in a property.</summary>
internal static class StatedProperty
{
    /// <summary>Stated and not empty: exports spell what a service leaves out as an empty text or list.</summary>
    public static bool IsStated(this Prop property) =>
        property.IsUnknown || (property.IsKnown && property.Text != "" && property.Value is not ListValue { Count: 0 });
}
