using DrInfra.Infra.Operations;
using DrInfra.Infra.Routing;
using DrInfra.Infra.Settings;
using DrInfra.Recovery;

namespace DrInfra.Infra.Recovery;

/// <summary>Which kinds of steps a plan has, one after the other.</summary>
/// <param name="Work">Databases are promoted and capacity is raised, side by side.</param>
/// <param name="Routing">Traffic is moved by the plan.</param>
/// <param name="Endpoint">Clients follow a name.</param>
/// <param name="Beacon">The plan says in a record which Region is active, and pipelines follow it.</param>
public sealed record PlanShape(bool Work, bool Routing, bool Endpoint, bool Beacon = false)
{
    /// <summary>Whether the plan changes health checks, one or several side by side.</summary>
    public bool Moves => Routing || Beacon;

    /// <summary>The shape of a workload's plan.</summary>
    public static PlanShape Of(WorkloadSettings workload)
    {
        var hasDatabase = workload.Databases.Any();
        return new PlanShape(
            Work: hasDatabase || workload.Serving is not null,
            Routing: hasDatabase && workload.Endpoint is not null,
            Endpoint: workload.Endpoint is not null,
            Beacon: workload.Pipelines.Count > 0);
    }
}

/// <summary>
/// How long each step of a plan may take, so that the longest way through it fits the RTO for loss of the Region together with what
/// comes before and after it. Whole minutes, as Region switch counts; 1 at least.
/// </summary>
/// <param name="WorkMinutes">For each of the steps that run side by side; 0 without any.</param>
/// <param name="RoutingMinutes">For moving traffic and beacon, side by side; 0 where the plan moves neither.</param>
public sealed record PlanTimeouts(int WorkMinutes, int RoutingMinutes)
{
    // A step that takes longer is stuck, whatever was promised; failing tells somebody.
    private const int LongestWork = 60;

    // A published run of this block took 121 seconds; five minutes are twice that. An assumption of ours.
    private const int LongestRouting = 5;

    /// <summary>The time for clients to notice a lost connection and to look the name up again. An assumption of ours.</summary>
    public static readonly TimeSpan Reconnect = TimeSpan.FromMinutes(2);

    /// <summary>The longest way through the plan, in minutes: steps side by side count once.</summary>
    public int CriticalPathMinutes => WorkMinutes + RoutingMinutes;

    /// <summary>The time-outs of a plan.</summary>
    /// <exception cref="ArgumentException">They cannot fit the RTO; the message has the figures.</exception>
    public static PlanTimeouts For(RecoveryTier tier, PlanShape shape)
    {
        if (Misfit(tier, shape) is { } misfit)
        {
            throw new ArgumentException(misfit, nameof(tier));
        }

        var left = MinutesLeft(tier, shape) ?? LongestWork + LongestRouting;
        var routing = shape.Moves ? Math.Clamp(left / 3, 1, LongestRouting) : 0;
        return new PlanTimeouts(shape.Work ? Math.Min(left - routing, LongestWork) : 0, routing);
    }

    /// <summary>
    /// The time-outs of a plan of several workloads of a tier: those of the one with the least time. Each is noticed in its own way, so the
    /// time that the plan has left is not that of their shapes together.
    /// </summary>
    /// <exception cref="ArgumentException">They cannot fit the RTO; the message has the figures.</exception>
    public static PlanTimeouts For(IReadOnlyList<WorkloadSettings> workloads) =>
        workloads.Select(workload => For(workload.Tier, PlanShape.Of(workload))).MinBy(timeouts => timeouts.CriticalPathMinutes)!;

    /// <summary>Why no time-outs fit the tier's RTO for loss of the Region, with figures; null where some do.</summary>
    public static string? Misfit(RecoveryTier tier, PlanShape shape)
    {
        var least = (shape.Work ? 1 : 0) + (shape.Moves ? 1 : 0);
        if (MinutesLeft(tier, shape) is not { } left || left >= least)
        {
            return null;
        }

        var rto = tier.For(Disruption.Region).Rto!.Value;
        var noticed = DurationText.Format(Detectors.Within(tier, shape.Endpoint));
        var followed = DurationText.Format(ClientsFollow(tier, shape));
        return $"tier {tier.Name}: an RTO of {DurationText.Format(rto)} for loss of the Region leaves {left}m for a failover plan "
            + $"that needs {least}m: the loss is noticed after {noticed}, the decision takes {DecisionOf(tier)}m, "
            + $"and clients follow {followed} after the plan";
    }

    // Null where no RTO is promised.
    private static int? MinutesLeft(RecoveryTier tier, PlanShape shape) => tier.For(Disruption.Region).Rto is { } rto
        ? (int)Math.Floor((rto - Detectors.Within(tier, shape.Endpoint) - ClientsFollow(tier, shape)).TotalMinutes) - DecisionOf(tier)
        : null;

    // Whoever decides starts the plan, so it is over before the plan begins. A plan keeps its time-outs when it is armed.
    private static int DecisionOf(RecoveryTier tier) =>
        (int)Math.Ceiling((tier.Decide.Within ?? tier.DecideUntilArmed ?? TimeSpan.Zero).TotalMinutes);

    private static TimeSpan ClientsFollow(RecoveryTier tier, PlanShape shape) => shape.Endpoint
        ? EndpointChecks.ConvergesWithin(tier) + TimeSpan.FromSeconds(RecordTtl.For(tier)) + Reconnect
        : Reconnect;
}
