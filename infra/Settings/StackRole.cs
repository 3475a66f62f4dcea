namespace DrInfra.Infra.Settings;

/// <summary>The home role of a stack and of its Region: a constant, never the present writer.</summary>
public enum StackRole
{
    /// <summary>Writes when nothing is wrong.</summary>
    Primary,

    /// <summary>Takes over.</summary>
    Standby,
}
