namespace DrInfra.Policies.Assessment.Verification;

/// <summary>What keeps a writer to one Region, and its acknowledged writes from being lost.</summary>
public enum Guarantee
{
    /// <summary>Nothing that is declared.</summary>
    None,

    /// <summary>A promotion: the service tries to stop the old writer, and bounds what it may still acknowledge while it is cut off.</summary>
    PromotionWithBound,

    /// <summary>A promotion: what a cut-off writer still acknowledges is watched or assumed, or nothing bounds it.</summary>
    Promotion,

    /// <summary>A restore from a backup, beside the original.</summary>
    Restore,

    /// <summary>A lease that the writer's gate asks.</summary>
    Lease,

    /// <summary>Routing controls, which people or a plan turn.</summary>
    RoutingControl,
}
