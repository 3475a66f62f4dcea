namespace DrInfra.Recovery;

/// <summary>What can happen to a workload. Objectives are promised, and recovery is computed, per disruption.</summary>
public enum Disruption
{
    /// <summary>One node or process is lost.</summary>
    Instance,

    /// <summary>One Availability Zone is lost.</summary>
    Zone,

    /// <summary>The primary Region is lost, its control plane included.</summary>
    Region,

    /// <summary>Data is wrongly changed or deleted, and faithfully replicated.</summary>
    Corruption,

    /// <summary>An attacker can delete everything that the account may delete.</summary>
    Account,
}
