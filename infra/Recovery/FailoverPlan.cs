using DrInfra.Infra.Conventions;
using DrInfra.Infra.Operations;
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
/// What moves a workload to the other Region, and back: one workflow for both directions. Nothing in it needs the Region that is
/// left, at least not where it starts by itself (gotcha 78).
/// </summary>
/// <param name="Name">The plan's name.</param>
/// <param name="Steps">One after the other.</param>
/// <param name="Alarms">What it listens to.</param>
/// <param name="Triggers">What starts it; empty where people do.</param>
/// <param name="RtoMinutes">What Region switch compares the measured time with; null = nothing is promised.</param>
public sealed record FailoverPlan(
    string Name, IReadOnlyList<PlanStep> Steps, IReadOnlyList<PlanAlarm> Alarms, IReadOnlyList<PlanTrigger> Triggers, int? RtoMinutes)
{
    private const string Trigger = "trigger";
    private const string ApplicationHealth = "applicationHealth";

    // A run that has just gone by is for people to look at first. An assumption of ours.
    private const int LeastDelayMinutes = 60;

    /// <summary>The part of the name of the role that approvers assume; its workload is <c>shared</c>.</summary>
    public const string ApproverRolePart = "failover-approver";

    /// <summary>The part of the name of a capacity function.</summary>
    public const string CapacityFunctionPart = "capacity";

    /// <summary>
    /// Whether a workload has a plan: a standby, and something to promote or to raise. Tables and buckets alone take writes in either
    /// Region already.
    /// </summary>
    public static bool IsFor(WorkloadSettings workload) =>
        workload.Tier.Strategy != Strategy.BackupRestore && PlanShape.Of(workload).Work;

    /// <summary>The longest way through the plan, in minutes.</summary>
    public int CriticalPathMinutes => Steps.Sum(step => step.TimeoutMinutes);

    /// <summary>The steps, those side by side one by one.</summary>
    public IEnumerable<PlanStep> Leaves => Steps.SelectMany(step => step is ParallelStep parallel ? parallel.Steps : [step]);

    /// <summary>The plan of a workload that <see cref="IsFor"/> accepts.</summary>
    /// <exception cref="ArgumentException">Its time-outs cannot fit the RTO.</exception>
    public static FailoverPlan For(PairIdentity pair, WorkloadSettings workload)
    {
        var alarms = Alarmed(pair, workload);
        var rto = workload.Tier.For(Disruption.Region).Rto;
        return new FailoverPlan(
            pair.Names.RegionSwitchPlan(workload.Name),
            StepsOf(pair, workload),
            alarms,
            Triggered(pair.Regions, workload, rto),
            rto is { } value ? (int)value.TotalMinutes : null);
    }

    /// <summary>
    /// The set identifier of a Region's member of a failover pair: it names the Region, so that Region switch can map it, and differs
    /// from the other one (gotcha 41).
    /// </summary>
    public static string SetIdentifier(RegionPair regions, string region) =>
        $"{ResourceTags.RoleText(regions.RoleOf(region))}-{region}";

    /// <summary>
    /// Steps of the parent plan: every workload's plan, the most critical tier first, tiers after each other, workloads of a tier
    /// side by side. Empty where no workload has a plan.
    /// </summary>
    public static IReadOnlyList<PlanStep> ParentSteps(IEnumerable<WorkloadSettings> workloads) =>
    [
        .. workloads
            .Where(IsFor)
            .GroupBy(workload => workload.Tier.Name)
            .OrderBy(tier => tier.First().Tier.For(Disruption.Region).Rto ?? TimeSpan.MaxValue)
            .ThenBy(tier => tier.Key, StringComparer.Ordinal)
            .Select(tier => Together(tier.Key, [.. tier.Select(workload => new ChildPlanStep(workload.Name, workload.Name))])),
    ];

    private static List<PlanStep> StepsOf(PairIdentity pair, WorkloadSettings workload)
    {
        var names = pair.Names;
        var shape = PlanShape.Of(workload);
        var timeouts = PlanTimeouts.For(workload.Tier, shape);
        string[] regions = [pair.Regions.Primary, pair.Regions.Standby];
        var steps = new List<PlanStep>();
        if (shape.Approval)
        {
            steps.Add(new ApprovalStep(
                "approve", timeouts.ApprovalMinutes, Arns.Role(pair.AccountId, names.Role("shared", ApproverRolePart))));
        }

        var work = workload.Databases.Select(PlanStep (database) => new DatabaseStep(
            $"promote-{database.Name}",
            timeouts.WorkMinutes,
            names.GlobalCluster(workload.Name, database.Name),
            [.. regions.Select(region => Arns.Cluster(region, pair.AccountId, names.Cluster(workload.Name, database.Name, region)))],
            shape.Approval ? DatabaseStep.Switchover : DatabaseStep.Failover)).ToList();
        if (workload.Serving is not null)
        {
            string FunctionIn(string region) =>
                Arns.Function(region, pair.AccountId, names.Function(workload.Name, CapacityFunctionPart, region));
            work.Add(new CapacityStep("raise-capacity", timeouts.WorkMinutes, [.. regions.Select(FunctionIn)]));
        }

        steps.Add(Together("recover", work));

        // Last, so that no write meets a database that is not promoted yet (gotcha 71).
        if (shape.Routing)
        {
            steps.Add(new RoutingStep(
                "move-traffic",
                timeouts.RoutingMinutes,
                pair.Dns!.ZoneId,
                names.Endpoint(workload),
                [.. regions.Select(region => (SetIdentifier(pair.Regions, region), region))]));
        }

        return steps;
    }

    private static List<PlanAlarm> Alarmed(PairIdentity pair, WorkloadSettings workload)
    {
        var names = pair.Names;
        string[] regions = [pair.Regions.Primary, pair.Regions.Standby];
        PlanAlarm Of(string part, string region, string type) => new(
            $"{part}-{region}", type, Arns.Alarm(region, pair.AccountId, names.Alarm(workload.Name, part, region)));

        var alarms = new List<PlanAlarm>();
        if (IsAutomatic(workload))
        {
            alarms.AddRange(regions.Select(region => Of(Detectors.PartOf(workload)!, region, Trigger)));
            if (Detectors.HasWayBackCondition(workload))
            {
                alarms.Add(Of(Detectors.Followed, pair.Regions.Primary, Trigger));
            }
        }

        // Health as each Region sees itself. The canaries' alarms would not do: each speaks of the Region that it is not in.
        alarms.AddRange(workload.Databases.SelectMany(database => regions.Select(
            region => Of(StoreAlarms.InstancesPart(database), region, ApplicationHealth))));
        return alarms;
    }

    private static List<PlanTrigger> Triggered(RegionPair regions, WorkloadSettings workload, TimeSpan? rto)
    {
        if (!IsAutomatic(workload))
        {
            return [];
        }

        var delay = Math.Max(LeastDelayMinutes, (int)Math.Ceiling((rto ?? TimeSpan.Zero).TotalMinutes));
        var detector = Detectors.PartOf(workload)!;
        string[] back = Detectors.HasWayBackCondition(workload) ? [$"{Detectors.Followed}-{regions.Primary}"] : [];
        return
        [
            new PlanTrigger(regions.Standby, [$"{detector}-{regions.Standby}"], delay),
            new PlanTrigger(regions.Primary, [$"{detector}-{regions.Primary}", .. back], delay),
        ];
    }

    private static bool IsAutomatic(WorkloadSettings workload) => workload.Tier.Decide.Within is null && Detectors.PartOf(workload) is not null;

    private static PlanStep Together(string name, IReadOnlyList<PlanStep> steps) => steps.Count == 1 ? steps[0] : new ParallelStep(name, steps);
}
