using DrInfra.Policies.Aws.CloudWatch;

namespace DrInfra.Policies.Aws.RegionSwitch;

/// <summary>What a Region-switch plan runs to activate a Region: the steps of its workflow, in their order.</summary>
/// <param name="StepsKnown">False where only the deployment will tell what it runs.</param>
internal sealed record FailoverPlan(Node Node, IReadOnlyList<PlanStep> Steps, bool StepsKnown)
{
    /// <param name="target">The Region that is activated; null takes the first workflow that activates.</param>
    public static FailoverPlan Of(Node node, string? target)
    {
        var workflows = node["workflows"];
        var index = workflows.Items.ToList().FindIndex(candidate => candidate["workflowTargetAction"].Text == "activate"
            && (candidate["workflowTargetRegion"].IsAbsent || target is null || candidate["workflowTargetRegion"].Text == target));
        var steps = new List<PlanStep>();
        IReadOnlyList<string> after = [];
        foreach (var together in PlanStep.Of(node).Where(step => step.Workflow == index && step.Kind != PlanStepKind.Parallel).GroupBy(step => step.Order))
        {
            PlanStep[] group =
            [
                .. together.Select((step, at) => step with { Id = $"{step.Block["name"].Text ?? "step"} ({steps.Count + at + 1})", After = after }),
            ];
            steps.AddRange(group);
            after = [.. group.Select(step => step.Id)];
        }

        return new FailoverPlan(node, steps, !workflows.IsUnknown && (index < 0 || !workflows.Items[index]["steps"].IsUnknown));
    }

    /// <summary>The alarm behind the name that a plan gives it.</summary>
    public static Node? AlarmOf(Estate estate, Node plan, string? associatedName)
    {
        var associated = plan["associatedAlarms"].Items.FirstOrDefault(alarm =>
            associatedName is not null && alarm["mapBlockKey"].Text == associatedName)["resourceIdentifier"];
        return estate.References.Follow(plan, associated, CloudWatchTypes.MetricAlarm).Target;
    }

    /// <summary>The alarms that a trigger demands to be red; null for one that is not in the graph.</summary>
    public IReadOnlyList<Node?> RedAlarms(Estate estate, Prop trigger) =>
        [.. ConditionList(trigger).Items.Where(condition => condition["condition"].Text == "red")
            .Select(condition => AlarmOf(estate, Node, condition["associatedAlarmName"].Text))];

    /// <summary>Whether a trigger starts the plan for a Region.</summary>
    public IEnumerable<Prop> TriggersFor(string? region) =>
        Node["triggers"].Items.Where(trigger => trigger["action"].Text == "activate" && (region is null || trigger["targetRegion"].Text == region));

    /// <summary>Whether only the deployment will tell its triggers.</summary>
    public bool TriggersUnknown => Node["triggers"].IsUnknown;

    /// <summary>The Regions that triggers activate, each with its trigger; null for one that is not known.</summary>
    public IEnumerable<(string? Region, Prop Trigger)> Activated => Node["triggers"].Items.Select(trigger => (trigger["targetRegion"].Text, trigger));

    /// <summary>The Regions of a plan.</summary>
    public static IReadOnlyList<string> RegionsOf(Node plan) => [.. plan["regions"].Items.Select(region => region.Text).OfType<string>()];

    /// <summary>The Region that is lost when a trigger activates its own; null where the plan does not tell.</summary>
    public static string? LostBy(Node plan, Prop trigger) =>
        trigger["targetRegion"].Text is { } target ? RegionsOf(plan).FirstOrDefault(region => region != target) : null;

    /// <summary>The conditions of a trigger, as they are declared.</summary>
    public static Prop ConditionList(Prop trigger) => trigger["conditions"];

    /// <summary>What the conditions of a trigger refer to: its alarms, declared or not.</summary>
    public static IReadOnlyList<Reference> ConditionsOf(Estate estate, Node plan, Prop trigger) =>
        [.. ConditionList(trigger).Items.Select(condition => estate.References.Follow(plan, Associated(plan, condition), TypeGroups.Alarms))];

    /// <summary>
    /// Why it is open whether a trigger ever starts the plan; null where nothing says so. The API takes the ARN of any alarm, and the examples of
    /// the user guide have those of the plan's own Regions; neither says what becomes of another one's
    /// (https://docs.aws.amazon.com/arc-region-switch/latest/api/API_AssociatedAlarm.html).
    /// </summary>
    public static Reason? Doubt(Estate estate, Node plan, Prop trigger)
    {
        var regions = RegionsOf(plan);
        var (region, path) = ConditionsOf(estate, plan, trigger).Select(alarm => (alarm.Region, alarm.Path))
            .FirstOrDefault(alarm => alarm.Region is { } own && regions.Count > 0 && !regions.Contains(own));
        return region is null ? null
            : Reason.Uncertain($"no documentation states that a trigger evaluates an alarm in {region}, which is not a Region of the plan", plan, path);
    }

    private static Prop Associated(Node plan, Prop condition) => plan["associatedAlarms"].Items.FirstOrDefault(alarm =>
        condition["associatedAlarmName"].Text is { } name && alarm["mapBlockKey"].Text == name)["resourceIdentifier"];
}
