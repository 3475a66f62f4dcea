namespace DrInfra.Recovery.Protocol;

/// <summary>How the jobs of a workload get the permission of their Region, as declared.</summary>
public sealed record PermissionSettings
{
    /// <summary>Ticks that a permission lasts. All other times are counted in such ticks.</summary>
    public const int LastsTicks = 2;

    /// <summary>Ticks that a lease stands still before it is taken. From 1 to 7, since more changes nothing.</summary>
    public int TakesAfterTicks { get; init; } = LastsTicks * 2;

    /// <summary>The Regions that have a follower, by their bits.</summary>
    public int Followers { get; init; } = Both;

    /// <summary>What is missing.</summary>
    public PermissionGaps Gaps { get; init; }

    /// <summary>Bits of both Regions.</summary>
    public const int Both = 3;
}

/// <summary>What can be missing of a permission.</summary>
[Flags]
public enum PermissionGaps
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>There is no lease: the beacon alone decides.</summary>
    NoLease = 1,

    /// <summary>Nothing ends a job whose permission is over, except for its follower.</summary>
    NoWatch = 2,

    /// <summary>A pod starts without a permission, and runs until its watcher looks.</summary>
    NoGate = 4,

    /// <summary>Jobs run without a follower, in both Regions.</summary>
    Free = 8,

    /// <summary>No beacon names a Region.</summary>
    NoBeacon = 16,
}
