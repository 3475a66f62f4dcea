using DrInfra.Policies.Aws.RegionSwitch;
using DrInfra.Recovery.Figures;
using DrInfra.Recovery.Timeline;

namespace DrInfra.Policies.Assessment;

/// <summary>One workload: what it was promised, what it has, and what it gets.</summary>
public sealed record WorkloadRecovery
{
    public required Promise Promise { get; init; }

    public string Name => Promise.Workload;

    /// <summary>Whether any resource is of it, its manifest apart; false leaves nothing to judge.</summary>
    public required bool HasResources { get; init; }

    /// <summary>By disruption.</summary>
    public required IReadOnlyList<Outcome> Outcomes { get; init; }

    /// <summary>Its failover plan; null where none is declared.</summary>
    internal FailoverPlan? Plan { get; init; }

    /// <summary>Seconds before the plan starts and after it ended, at worst; 0 without a plan.</summary>
    internal double AroundPlan { get; init; }

    /// <summary>What each of the plan's own steps takes after the loss of the Region.</summary>
    internal IReadOnlyList<(PlanStep Step, Derivation Takes)> PlanSteps { get; init; } = [];

    /// <summary>Whether one Region is active whatever happens, with so many faults at most; worked out when it is asked for.</summary>
    public required Func<int, Verification.Verification> Verify { get; init; }

    /// <summary>What keeps each of its writers to one Region.</summary>
    public IReadOnlyList<Verification.WriterGuarantee> Writers => WritersFound.Value;

    /// <summary>Worked out when they are asked for.</summary>
    public required Lazy<IReadOnlyList<Verification.WriterGuarantee>> WritersFound { get; init; }

    /// <summary>Its schedules that are in both Regions.</summary>
    internal IReadOnlyList<ScheduledTwins> Schedules { get; init; } = [];

    /// <summary>What runs or starts its jobs in the Region that is lost alone.</summary>
    internal IReadOnlyList<LoneJob> Alone { get; init; } = [];

    /// <summary>How many signals tell of the loss of its Region and outlive it.</summary>
    internal int Signals { get; init; }
}
