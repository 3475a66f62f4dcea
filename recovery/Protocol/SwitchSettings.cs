namespace DrInfra.Recovery.Protocol;

/// <summary>How a failover plan moves a workload, and what starts it, as declared.</summary>
public sealed record SwitchSettings
{
    /// <summary>The stages of the plan, one after the other, and what is done in each, side by side. At most three.</summary>
    public required IReadOnlyList<SwitchActions> Stages { get; init; }

    /// <summary>Places from which a trigger sees the active Region: 2, or 1; 0 = there is no trigger.</summary>
    public required int Vantages { get; init; }

    /// <summary>What is different from the protocol.</summary>
    public SwitchGaps Gaps { get; init; }

    /// <summary>Faults that happen at most.</summary>
    public int Faults { get; init; } = DefaultFaults;

    /// <summary>How many faults are looked at unless somebody asks for more.</summary>
    public const int DefaultFaults = 3;
}

/// <summary>What a stage of a plan does.</summary>
[Flags]
public enum SwitchActions
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>It promotes the database.</summary>
    Promote = 1,

    /// <summary>It raises pods.</summary>
    Raise = 2,

    /// <summary>It moves the beacon, or says in another way which Region is active.</summary>
    Beacon = 4,

    /// <summary>It moves the traffic.</summary>
    Traffic = 8,
}

/// <summary>What can be different from the protocol.</summary>
[Flags]
public enum SwitchGaps
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Both Regions take writes, and each has those of the other: nothing has to be promoted.</summary>
    Storeless = 1,

    /// <summary>Both Regions take writes, and neither has those of the other.</summary>
    TwoWriters = 2,

    /// <summary>Nothing bounds how far the copy is behind.</summary>
    Unbounded = 4,

    /// <summary>The promotion needs both Regions.</summary>
    Switchover = 8,

    /// <summary>Nobody may start the plan.</summary>
    Nobody = 16,

    /// <summary>Health checks of the endpoint move the traffic.</summary>
    TrafficByHealth = 32,

    /// <summary>Health checks move the beacon.</summary>
    BeaconByHealth = 64,

    /// <summary>The beacon names the other Region than the plan moves to.</summary>
    Crossed = 128,

    /// <summary>The plan raises jobs, which wait for the beacon.</summary>
    RaisesJobs = 256,

    /// <summary>The follower starts and suspends the serving pods.</summary>
    PodsFollow = 512,

    /// <summary>Jobs run where the beacon says, and have to be served as clients are.</summary>
    Jobs = 1024,
}
