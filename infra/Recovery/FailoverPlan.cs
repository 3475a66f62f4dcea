using DrInfra.Infra.Conventions;
using DrInfra.Infra.Operations;
using DrInfra.Infra.Serving;
using DrInfra.Infra.Settings;
using DrInfra.Recovery;

namespace DrInfra.Infra.Recovery;

/// <summary>An alarm that a plan listens to.</summary>
/// <param name="Key">Its name within the plan.</param>
/// <param name="Type"><c>trigger</c> or <c>applicationHealth</c>.</param>
/// <param name="Arn">The alarm, computed.</param>
public sealed record PlanAlarm(string Key, string Type, string Arn);

/// <summary>What starts a plan by itself: all conditions red at once.</summary>
/// <param name="TargetRegion">The Region that is activated.</param>
/// <param name="AlarmKeys">Keys of alarms of the plan.</param>
/// <param name="MinDelayMinutes">Minutes before the plan may start by itself again, in either direction.</param>
public sealed record PlanTrigger(string TargetRegion, IReadOnlyList<string> AlarmKeys, int MinDelayMinutes);

/// <summary>
/// What moves workloads to the other Region, and back: one workflow for both directions. Nothing in it needs the Region that is left, at
/// least not where it starts by itself (gotcha 78), and nothing in it is left out of an ungraceful run.
/// </summary>
/// <param name="Part">What it is called in names: its workload, or its tier.</param>
/// <param name="Workloads">What it moves; of one tier.</param>
/// <param name="Name">The plan's name.</param>
/// <param name="Steps">One after the other.</param>
/// <param name="Alarms">What it listens to.</param>
/// <param name="Triggers">What starts it; empty where people do, or nothing is armed.</param>
/// <param name="RtoMinutes">What Region switch compares the measured time with; null = nothing is promised.</param>
public sealed record FailoverPlan(
    string Part,
    IReadOnlyList<WorkloadSettings> Workloads,
    string Name,
    IReadOnlyList<PlanStep> Steps,
    IReadOnlyList<PlanAlarm> Alarms,
    IReadOnlyList<PlanTrigger> Triggers,
    int? RtoMinutes)
{
    private const string Trigger = "trigger";
    private const string ApplicationHealth = "applicationHealth";

    // A run that has just gone by is for people to look at first. An assumption of ours.
    private const int LeastDelayMinutes = 60;

    /// <summary>The part of the names of the roles that plans run with.</summary>
    public const string RolePart = "region-switch";

    /// <summary>
    /// Whether a workload has a plan: a standby, and something to promote, to raise or to start. Tables and buckets alone take writes in
    /// either Region already.
    /// </summary>
    public static bool IsFor(WorkloadSettings workload) =>
        workload.Tier.Strategy != Strategy.BackupRestore && PlanShape.Of(workload) is { } shape && (shape.Work || shape.Moves);

    /// <summary>The longest way through the plan, in minutes.</summary>
    public int CriticalPathMinutes => Steps.Sum(step => step.TimeoutMinutes);

    /// <summary>The steps, those side by side one by one.</summary>
    public IEnumerable<PlanStep> Leaves => Steps.SelectMany(step => step is ParallelStep parallel ? parallel.Steps : [step]);

    /// <summary>The namespaces that it raises capacity in.</summary>
    public IReadOnlyList<string> Namespaces => [.. Leaves.OfType<CapacityStep>().SelectMany(step => step.Deployments).Select(one => one.Namespace)];

    /// <summary>
    /// Which workloads share a plan. One that starts by itself has its own, since a trigger runs a whole plan; so has one whose traffic or
    /// beacon its plan moves, since what the plan says of records' health is read a page at a time (gotcha 82). The others of a tier share
    /// one: an account has few.
    /// </summary>
    public static IReadOnlyList<(string Part, IReadOnlyList<WorkloadSettings> Workloads)> GroupsOf(IEnumerable<WorkloadSettings> workloads) =>
    [
        .. workloads.Where(IsFor)
            .GroupBy(workload => Detectors.StartsAPlan(workload) || PlanShape.Of(workload).Moves ? workload.Name : workload.Tier.Name)
            .Select(group => (group.Key, (IReadOnlyList<WorkloadSettings>)[.. group])),
    ];

    /// <summary>The plans of some workloads.</summary>
    /// <exception cref="ArgumentException">Time-outs cannot fit the RTO.</exception>
    public static IReadOnlyList<FailoverPlan> AllOf(PairIdentity pair, IEnumerable<WorkloadSettings> workloads) =>
        [.. GroupsOf(workloads).Select(group => For(pair, group.Part, group.Workloads))];

    /// <summary>
    /// The set identifier of a Region's member of a failover pair: it names the Region, so that Region switch can map it, and differs
    /// from the other one (gotcha 41).
    /// </summary>
    public static string SetIdentifier(RegionPair regions, string region) =>
        $"{ResourceTags.RoleText(regions.RoleOf(region))}-{region}";

    /// <summary>
    /// Steps of the parent plan: every plan, the most critical tier first, tiers after each other, plans of a tier side by side. Empty
    /// where there is no plan.
    /// </summary>
    public static IReadOnlyList<PlanStep> ParentSteps(IEnumerable<WorkloadSettings> workloads) =>
    [
        .. GroupsOf(workloads)
            .GroupBy(group => group.Workloads[0].Tier.Name)
            .OrderBy(tier => tier.First().Workloads[0].Tier.For(Disruption.Region).Rto ?? TimeSpan.MaxValue)
            .ThenBy(tier => tier.Key, StringComparer.Ordinal)
            .Select(tier => Together(tier.Key, [.. tier.Select(group => new ChildPlanStep(group.Part))])),
    ];

    private static FailoverPlan For(PairIdentity pair, string part, IReadOnlyList<WorkloadSettings> workloads)
    {
        var rto = workloads[0].Tier.For(Disruption.Region).Rto;
        return new FailoverPlan(
            part,
            workloads,
            pair.Names.RegionSwitchPlan(part),
            StepsOf(pair, part, workloads),
            [.. workloads.SelectMany(workload => Alarmed(pair, workload, workload.Name == part))],
            [.. workloads.SelectMany(workload => Triggered(pair, workload, rto))],
            rto is { } value ? (int)value.TotalMinutes : null);
    }

    private static IReadOnlyList<PlanStep> StepsOf(PairIdentity pair, string part, IReadOnlyList<WorkloadSettings> workloads)
    {
        var names = pair.Names;
        var timeouts = PlanTimeouts.For(workloads);
        string[] regions = [pair.Regions.Primary, pair.Regions.Standby];
        List<PlanStep> work =
        [
            .. from workload in workloads
               from database in workload.Databases
               select new DatabaseStep(
                   workload.Name == part ? $"promote-{database.Name}" : $"promote-{workload.Name}-{database.Name}",
                   timeouts.WorkMinutes,
                   names.GlobalCluster(workload.Name, database.Name),
                   [.. regions.Select(region => Arns.Cluster(region, pair.AccountId, names.Cluster(workload.Name, database.Name, region)))],
                   workload.Tier.Decide.Within is null ? DatabaseStep.Failover : DatabaseStep.Switchover),
        ];
        if (workloads.Where(workload => workload.Serving is not null).ToList() is { Count: > 0 } serving)
        {
            work.Add(new CapacityStep(
                "raise-capacity",
                timeouts.WorkMinutes,
                [.. regions.Select(region => Arns.KubernetesCluster(region, pair.AccountId, names.KubernetesCluster(region)))],
                [.. serving.Select(workload => new ScaledDeployment(workload.Name, ServingPods.NameOf(workload.Name)))],
                regions));
        }

        // Last, so that neither traffic nor a pipeline meets a database that is not promoted yet (gotcha 71).
        var moves = workloads.SelectMany(workload => MovesOf(pair, workload, timeouts.RoutingMinutes)).ToList();
        return [.. new[] { ("recover", work), ("move", moves) }.Where(part => part.Item2.Count > 0).Select(part => Together(part.Item1, part.Item2))];
    }

    // Side by side: neither waits for the other.
    private static IEnumerable<PlanStep> MovesOf(PairIdentity pair, WorkloadSettings workload, int minutes)
    {
        var shape = PlanShape.Of(workload);
        RoutingStep Step(string name, string record) => new(
            name,
            minutes,
            pair.Dns!.ZoneId,
            record,
            [.. new[] { pair.Regions.Primary, pair.Regions.Standby }.Select(region => (SetIdentifier(pair.Regions, region), region))]);
        if (shape.Routing)
        {
            yield return Step("move-traffic", pair.Names.Endpoint(workload));
        }

        if (shape.Beacon)
        {
            yield return Step("move-beacon", pair.Names.Beacon(workload));
        }
    }

    private static List<PlanAlarm> Alarmed(PairIdentity pair, WorkloadSettings workload, bool ownPlan)
    {
        var names = pair.Names;
        string[] regions = [pair.Regions.Primary, pair.Regions.Standby];
        PlanAlarm Of(string part, string region, string type) => new(
            ownPlan ? $"{part}-{region}" : $"{workload.Name}-{part}-{region}",
            type,
            Arns.Alarm(region, pair.AccountId, names.Alarm(workload.Name, part, region)));

        var alarms = new List<PlanAlarm>();
        if (IsArmed(pair, workload))
        {
            alarms.AddRange(regions.Select(region => Of(Detectors.PartOf(workload)!, region, Trigger)));
            alarms.AddRange(regions.Select(region => Of(Detectors.WitnessPart(pair.Regions.RoleOf(region)), pair.Witness!, Trigger)));
            if (Detectors.HasWayBackCondition(workload))
            {
                alarms.Add(Of(Detectors.Followed, pair.Regions.Primary, Trigger));
            }
        }

        // Health as each Region sees itself. The detectors would not do: each speaks of the Region that it is not in.
        alarms.AddRange(workload.Databases.SelectMany(database => regions.Select(
            region => Of(StoreAlarms.InstancesPart(database), region, ApplicationHealth))));
        if (EndpointProbe.HasWriter(workload))
        {
            alarms.AddRange(regions.Select(region => Of(EndpointProbe.CannotWrite, region, ApplicationHealth)));
        }

        return alarms;
    }

    // Two signs from two Regions that survive: a fault of one canary, or of one Region's CloudWatch, starts nothing.
    private static List<PlanTrigger> Triggered(PairIdentity pair, WorkloadSettings workload, TimeSpan? rto)
    {
        if (!IsArmed(pair, workload))
        {
            return [];
        }

        var regions = pair.Regions;
        string Seen(StackRole lost) => $"{Detectors.WitnessPart(lost)}-{pair.Witness}";

        var delay = Math.Max(LeastDelayMinutes, (int)Math.Ceiling((rto ?? TimeSpan.Zero).TotalMinutes));
        var detector = Detectors.PartOf(workload)!;
        string[] back = Detectors.HasWayBackCondition(workload) ? [$"{Detectors.Followed}-{regions.Primary}"] : [];
        return
        [
            new PlanTrigger(regions.Standby, [$"{detector}-{regions.Standby}", Seen(StackRole.Primary)], delay),
            new PlanTrigger(regions.Primary, [$"{detector}-{regions.Primary}", Seen(StackRole.Standby), .. back], delay),
        ];
    }

    private static bool IsArmed(PairIdentity pair, WorkloadSettings workload) =>
        pair.IsArmed && pair.Witness is not null && Detectors.HasWitness(workload);

    private static PlanStep Together(string name, IReadOnlyList<PlanStep> steps) => steps.Count == 1 ? steps[0] : new ParallelStep(name, steps);
}
