namespace DrInfra.Drctl.Rendering;

/// <summary>What is said of identities of the other stack.</summary>
internal static class IdentityText
{
    /// <summary>That they are invented.</summary>
    public static string Emulated(IReadOnlyList<string> names) =>
        $"not recorded, so invented here: {string.Join(", ", names)}. A deployment leaves out what needs them until `drctl record` has written them down.";
}
