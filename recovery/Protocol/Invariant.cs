namespace DrInfra.Recovery.Protocol;

/// <summary>What must hold whatever happens.</summary>
public enum Invariant
{
    /// <summary>Nothing is violated.</summary>
    None,

    /// <summary>Two Regions never permit the jobs of a workload at once.</summary>
    OneRegionPermits,

    /// <summary>Traffic and jobs never go to a writer that is not promoted.</summary>
    TrafficFollowsPromotion,

    /// <summary>Traffic never goes to a Region whose pods are suspended.</summary>
    TrafficFollowsPods,

    /// <summary>No more acknowledged writes are lost than the RPO allows.</summary>
    LossIsBounded,

    /// <summary>One signal that is wrong moves nothing.</summary>
    OneSignalMovesNothing,

    /// <summary>Where one Region lives, every run ends with one that serves.</summary>
    OneRegionServes,
}
