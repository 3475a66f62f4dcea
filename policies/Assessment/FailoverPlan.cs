using DrInfra.Policies.Aws.CloudWatch;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Assessment;

/// <summary>What a step of a failover plan does.</summary>
internal enum PlanStepKind
{
    Approval,
    Database,
    Capacity,

    /// <summary>A function of the operator's: an ungraceful run skips it (fact rs-lambda-ungraceful), so it does nothing in a disaster.</summary>
    Function,
    Routing,
    OtherPlan,
    Other,
}

/// <summary>A step of a plan, with those that must be over before it.</summary>
/// <param name="Config">The block that says what it does.</param>
internal sealed record PlanStep(string Id, PlanStepKind Kind, Prop Config, IReadOnlyList<string> After)
{
    /// <summary>Minutes after which the step fails; absent where the service's own limit holds.</summary>
    public Prop Timeout => Config["timeoutMinutes"];
}

/// <summary>A Region-switch plan as a graph of steps.</summary>
internal sealed record FailoverPlan(Node Node, IReadOnlyList<PlanStep> Steps, bool StepsKnown)
{
    private static readonly (string Config, PlanStepKind Kind)[] Kinds =
    [
        ("executionApprovalConfigs", PlanStepKind.Approval),
        ("globalAuroraConfigs", PlanStepKind.Database),
        ("documentDbConfigs", PlanStepKind.Database),
        ("neptuneGlobalDatabaseConfigs", PlanStepKind.Database),
        ("rdsPromoteReadReplicaConfigs", PlanStepKind.Database),
        ("customActionLambdaConfigs", PlanStepKind.Function),
        ("ec2AsgCapacityIncreaseConfigs", PlanStepKind.Capacity),
        ("ecsCapacityIncreaseConfigs", PlanStepKind.Capacity),
        ("eksResourceScalingConfigs", PlanStepKind.Capacity),
        ("auroraProvisionedScalingConfigs", PlanStepKind.Capacity),
        ("auroraServerlessScalingConfigs", PlanStepKind.Capacity),
        ("route53HealthCheckConfigs", PlanStepKind.Routing),
        ("arcRoutingControlConfigs", PlanStepKind.Routing),
        ("regionSwitchPlanConfigs", PlanStepKind.OtherPlan),
    ];

    /// <summary>The plan that activates a Region: the steps of its workflow for it, in their order.</summary>
    /// <param name="target">The Region that is activated; null takes the first workflow that activates.</param>
    public static FailoverPlan Of(Node node, string? target)
    {
        var workflows = node["workflows"];
        var workflow = workflows.Items.FirstOrDefault(candidate => candidate["workflowTargetAction"].Text == "activate"
            && (candidate["workflowTargetRegion"].IsAbsent || target is null || candidate["workflowTargetRegion"].Text == target));
        var steps = new List<PlanStep>();
        Sequence(workflow["steps"], [], steps);
        return new FailoverPlan(node, steps, !workflows.IsUnknown && !workflow["steps"].IsUnknown);
    }

    /// <summary>The alarm behind the name that a plan gives it.</summary>
    public static Node? AlarmOf(Estate estate, Node plan, string? associatedName)
    {
        var associated = plan["associatedAlarms"].Items.FirstOrDefault(alarm => associatedName is not null && alarm["mapBlockKey"].Text == associatedName)["resourceIdentifier"];
        return estate.References.Follow(plan, associated, CloudWatchTypes.MetricAlarm).Target;
    }

    /// <summary>Whether a trigger starts the plan for a Region.</summary>
    public IEnumerable<Prop> TriggersFor(string? region) =>
        Node["triggers"].Items.Where(trigger => trigger["action"].Text == "activate" && (region is null || trigger["targetRegion"].Text == region));

    private static IReadOnlyList<string> Sequence(Prop list, IReadOnlyList<string> after, List<PlanStep> steps)
    {
        foreach (var step in list.Items)
        {
            after = Add(step, after, steps);
        }

        return after;
    }

    private static IReadOnlyList<string> Add(Prop step, IReadOnlyList<string> after, List<PlanStep> steps)
    {
        var parallel = step["parallelConfigs"]["steps"];
        if (parallel.Items.Count > 0)
        {
            return [.. parallel.Items.SelectMany(branch => Add(branch, after, steps))];
        }

        var found = Array.Find(Kinds, candidate => step[candidate.Config].Items.Count > 0);
        var (config, kind) = found.Config is null ? ("", PlanStepKind.Other) : found;
        var id = $"{step["name"].Text ?? "step"} ({steps.Count + 1})";
        steps.Add(new PlanStep(id, kind, config.Length == 0 ? step : step[config].Items[0], after));
        return [id];
    }
}
