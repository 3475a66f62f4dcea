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
        [.. trigger["conditions"].Items.Where(condition => condition["condition"].Text == "red")
            .Select(condition => AlarmOf(estate, Node, condition["associatedAlarmName"].Text))];

    /// <summary>Whether a trigger starts the plan for a Region.</summary>
    public IEnumerable<Prop> TriggersFor(string? region) =>
        Node["triggers"].Items.Where(trigger => trigger["action"].Text == "activate" && (region is null || trigger["targetRegion"].Text == region));
}
