using DrInfra.Policies.Aws.RegionSwitch;
using DrInfra.Recovery;
using DrInfra.Recovery.Protocol;
using DrInfra.Recovery.Timeline;

namespace DrInfra.Policies.Assessment.Verification;

/// <summary>
/// Whether one Region is active whatever happens: the workload's plan, triggers, records, followers and lease as state machines, in all states that
/// they can reach.
/// </summary>
public sealed class Verification
{
    private Verification(string workload) => Workload = workload;

    /// <summary>The workload.</summary>
    public string Workload { get; }

    /// <summary>What was explored, one for the plan and one for the lease.</summary>
    public IReadOnlyList<VerifiedMachine> Machines { get; private init; } = [];

    /// <summary>The first machine with something that must not be; null where all holds, or nothing was explored.</summary>
    public VerifiedMachine? Broken => Machines.FirstOrDefault(machine => machine.Violated != Invariant.None);

    /// <summary>How long it takes until a Region serves again, where that is later than promised; empty where it is in time, or nobody can tell.</summary>
    public IReadOnlyList<StoryLine> Late { get; private init; } = [];

    /// <summary>Whether something must not be as it is.</summary>
    public bool IsBroken => Broken is not null || Late.Count > 0;

    /// <summary>Why nothing can be said; null where something was.</summary>
    public Reason? Unknown { get; private init; }

    /// <summary>Why there is nothing to verify; null where there is something.</summary>
    public string? NotApplicable { get; private init; }

    /// <summary>Where no promise names a resource: what a finding is about.</summary>
    internal Node? Node { get; private init; }

    /// <param name="faults">Faults that happen at most around the plan. To followers and the lease any number happens.</param>
    internal static Verification Of(WorkloadScene scene, IReadOnlyList<StoreOutcome> stores, IReadOnlyList<Outcome> outcomes, int faults)
    {
        var workload = scene.Workload;
        if (!scene.Promise.HasStackOf("primary") || !scene.Promise.HasStackOf("standby"))
        {
            return new Verification(workload) { NotApplicable = "it takes both stacks of the pair" };
        }

        if (scene.Lost is not { } primary || scene.Target is not { } standby || primary == standby)
        {
            return new Verification(workload) { NotApplicable = "no standby Region is declared" };
        }

        string[] regions = [primary, standby];
        var jobs = scene.Jobs;
        if (scene.Plan is null && jobs is null)
        {
            return new Verification(workload) { NotApplicable = "no plan moves it, and none of its jobs follows a beacon" };
        }

        SwitchReading[] readings = scene.Plan is not { } plan ? []
            : [.. new[] { plan, FailoverPlan.Of(plan.Node, primary) }
                .DistinctBy(one => (one.StepsKnown, one.Steps is [var first, ..] ? first.Workflow : (int?)null))
                .Select(one => SwitchReading.Of(scene, one, stores, jobs))];
        var node = scene.Plan?.Node ?? jobs!.Jobs[0].Node;
        Reason[] unknown = [.. (jobs?.Causes ?? []).Concat(readings.SelectMany(reading => reading.Causes)).Where(cause => cause.IsUnknown)];
        if (unknown.Length > 0)
        {
            return new Verification(workload) { Unknown = unknown[0], Node = node };
        }

        var names = new Lazy<ProtocolNames>(() => Names(scene, stores, jobs, regions));
        return new Verification(workload)
        {
            Node = node,
            Late = LateStory(scene, stores, outcomes.FirstOrDefault(outcome => outcome.Disruption == Disruption.Region)),
            Machines =
            [
                .. readings.Select(reading => (Machine: new SwitchMachine(reading.Settings! with { Faults = faults }), reading.Causes))
                    .DistinctBy(pair => string.Join(' ', pair.Machine.Definitions))
                    .Select(pair => VerifiedMachine.Of(pair.Machine, pair.Causes, names)),
                .. jobs is null ? Array.Empty<VerifiedMachine>() : [VerifiedMachine.Of(new PermissionMachine(jobs.Settings!), jobs.Causes, names)],
            ],
        };
    }

    private static IReadOnlyList<StoryLine> LateStory(WorkloadScene scene, IReadOnlyList<StoreOutcome> stores, Outcome? outcome)
    {
        if (outcome is not { RtoVerdict: ObjectiveVerdict.Breached, Objective.Rto: { } promised })
        {
            return [];
        }

        return
        [
            new StoryLine(TimeSpan.Zero, $"{scene.Lost} is lost"),
            .. RegionTimeline.Schedule(scene, stores).Where(step => step.Over is > 0 or null).Select(step => step.Over is { } seconds
                ? new StoryLine(TimeSpan.FromSeconds(seconds), $"{step.Id} is over, at worst")
                : new StoryLine(promised, $"{step.Id} is not over, and nothing bounds when it will be")),
            new StoryLine(promised, $"the RTO is over: {DurationText.Format(promised)} were promised"),
        ];
    }

    private static ProtocolNames Names(WorkloadScene scene, IReadOnlyList<StoreOutcome> stores, PermissionReading? jobs, string[] regions)
    {
        var takes = RegionTimeline.PlanSteps(scene, stores);
        double Typical(Func<PlanStep, bool> which) => takes.Where(step => which(step.Step)).Select(step => step.Takes.Figure.Typical ?? 0)
            .Where(double.IsFinite).DefaultIfEmpty(0).Max();
        var names = new ProtocolNames(regions)
        {
            TickSeconds = (jobs?.LastsSeconds ?? 0) / PermissionSettings.LastsTicks,
            DetectSeconds = RegionTimeline.Notice(scene) is { Typical: { } typical } && double.IsFinite(typical) ? typical : 0,
            StepSeconds = new Dictionary<ActKind, double>
            {
                [ActKind.Promotes] = Typical(step => step.Kind == PlanStepKind.Database),
                [ActKind.Raises] = Typical(step => step.Kind == PlanStepKind.Capacity),
                [ActKind.MovesTraffic] = Typical(step => step.Kind == PlanStepKind.Routing),
            },
        };
        return names with
        {
            Plan = scene.Plan?.Node.Name ?? names.Plan,
            Table = jobs?.Table?.Name ?? names.Table,
            Beacon = jobs?.Beacon ?? names.Beacon,
            Endpoint = scene.Promise.Endpoint is { } endpoint ? $"the traffic of {endpoint}" : names.Endpoint,
            Database = string.Join(", ", stores.Where(outcome => outcome.Store.NeedsPromotion).Select(outcome => outcome.Store.Label)) is { Length: > 0 } labels
                ? labels
                : names.Database,
            Jobs = jobs?.Jobs.Select(job => job.Name).OfType<string>().Distinct().ToArray() is { Length: > 0 } own
                ? string.Join(", ", own)
                : names.Jobs,
        };
    }
}

/// <summary>A machine in all its states.</summary>
/// <param name="Model">The Promela model that is the same.</param>
/// <param name="Definitions">What has to be defined for it.</param>
/// <param name="States">How many states there are.</param>
/// <param name="Transitions">How many steps between them.</param>
/// <param name="Violated">What is violated.</param>
/// <param name="Story">How it comes to that, with the fewest steps; empty where all holds.</param>
/// <param name="Causes">What is declared otherwise than the protocol asks for.</param>
/// <param name="IsComplete">False where there are more states than are looked at.</param>
public sealed record VerifiedMachine(
    string Model, IReadOnlyList<string> Definitions, int States, int Transitions, Invariant Violated, IReadOnlyList<StoryLine> Story,
    IReadOnlyList<Reason> Causes, bool IsComplete)
{
    internal static VerifiedMachine Of(Machine machine, IReadOnlyList<Reason> causes, Lazy<ProtocolNames> names)
    {
        var explored = Explored.Of(machine);
        return new VerifiedMachine(
            machine.Model, machine.Definitions, explored.States, explored.Transitions, explored.Violated,
            explored.Violated == Invariant.None ? [] : Assessment.Verification.Story.Of(explored, names.Value), causes, explored.IsComplete);
    }
}
