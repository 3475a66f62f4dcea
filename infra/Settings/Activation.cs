namespace DrInfra.Infra.Settings;

/// <summary>What a standby stack is ready for. It changes capacity only, never data, identity or routing.</summary>
public enum Activation
{
    /// <summary>Stands by at the size of its strategy.</summary>
    Standby,

    /// <summary>Runs at the primary's size.</summary>
    Active,
}
