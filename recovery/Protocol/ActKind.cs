namespace DrInfra.Recovery.Protocol;

/// <summary>What happens in a step of a <see cref="Machine"/>. The first ones are faults.</summary>
public enum ActKind
{
    /// <summary>The Region is lost, for good.</summary>
    Lost,

    /// <summary>The Region reaches nothing outside of it.</summary>
    CutOff,

    /// <summary>The Region is reached again.</summary>
    Rejoined,

    /// <summary>The Region hears that the beacon names it.</summary>
    Meant,

    /// <summary>The Region hears that the beacon names the other one.</summary>
    NotMeant,

    /// <summary>The clock of the Region loses a tick against the other one.</summary>
    ClockLosesTick,

    /// <summary>An alarm on the active Region rings although all is well: from the other Region (0), or from the witness Region (1).</summary>
    AlarmLies,

    /// <summary>People start the plan for the Region without need.</summary>
    OrdersWithoutNeed,

    /// <summary>The Region that was cut off is reached again by itself.</summary>
    Rejoins,

    /// <summary>A tick of the clock: half the time that a permission lasts.</summary>
    Tick,

    /// <summary>The follower suspends the jobs, since the beacon names the other Region.</summary>
    Suspends,

    /// <summary>The follower sees that the lease has changed.</summary>
    SeesChange,

    /// <summary>The follower starts the jobs on the beacon's word alone.</summary>
    StartsJobs,

    /// <summary>The follower asks for the lease, or for its renewal.</summary>
    Asks,

    /// <summary>The request is carried out: the Region holds the lease.</summary>
    Holds,

    /// <summary>The answer arrives: the Region lets its jobs run, from the start of the request on.</summary>
    Permits,

    /// <summary>The follower gives up its request, or it was refused.</summary>
    GivesUp,

    /// <summary>A pod starts anew, and runs until its watcher looks.</summary>
    PodStarts,

    /// <summary>The database of the Region acknowledges a write.</summary>
    Writes,

    /// <summary>All writes of the Region arrive in the other one.</summary>
    Replicates,

    /// <summary>An alarm on the active Region rings: from the other Region (0), or from the witness Region (1).</summary>
    AlarmRings,

    /// <summary>People start the plan for the Region.</summary>
    Orders,

    /// <summary>The alarms start the plan for the Region.</summary>
    Triggers,

    /// <summary>The plan promotes the database of the Region.</summary>
    Promotes,

    /// <summary>The plan raises the pods of the Region.</summary>
    Raises,

    /// <summary>A step of the plan fails, and the plan stops.</summary>
    Fails,

    /// <summary>The plan moves the beacon.</summary>
    MovesBeacon,

    /// <summary>The plan moves the traffic.</summary>
    MovesTraffic,

    /// <summary>The plan's next steps begin, or it is over.</summary>
    GoesOn,

    /// <summary>A health check moves the traffic to the Region.</summary>
    HealthMovesTraffic,

    /// <summary>A health check moves the beacon to the Region.</summary>
    HealthMovesBeacon,

    /// <summary>The follower starts the serving pods of the Region.</summary>
    StartsPods,

    /// <summary>The follower suspends the serving pods of the Region.</summary>
    SuspendsPods,
}
