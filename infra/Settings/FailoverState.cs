namespace DrInfra.Infra.Settings;

/// <summary>Whether a failover of the pair is going on. It changes the recovery manifests only.</summary>
public enum FailoverState
{
    /// <summary>The primary serves.</summary>
    None,

    /// <summary>The standby serves, or is about to: until the failback, nothing may weaken it.</summary>
    InProgress,
}
