using DrInfra.Recovery.Facts;

namespace DrInfra.Policies.Aws.Keyspaces;

/// <summary>The window in which any moment of a table can be restored.</summary>
internal readonly record struct KeyspaceWindow(Node Table)
{
    /// <summary>It cannot be set.</summary>
    public static readonly double Days = FactBook.Number("keyspaces-pitr-window");

    public bool IsUnknown => Status.IsUnknown;

    /// <summary>Off where nothing is stated.</summary>
    public bool IsOn => Status.Text == "ENABLED";

    private Prop Status => Table["pointInTimeRecovery"]["status"];
}
