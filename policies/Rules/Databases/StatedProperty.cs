using DrInfra.Policies.Reading;

namespace DrInfra.Policies.Rules.Databases;

internal static class StatedProperty
{
    /// <summary>Stated and not empty: exports spell what a service leaves out as an empty text.</summary>
    public static bool IsStated(this Prop property) => property.IsUnknown || (property.IsKnown && property.Text != "");
}
