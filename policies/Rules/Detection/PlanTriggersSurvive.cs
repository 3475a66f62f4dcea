using DrInfra.Policies.Assessment;
using DrInfra.Policies.Aws;
using DrInfra.Policies.Aws.RegionSwitch;

namespace DrInfra.Policies.Rules.Detection;

public sealed class PlanTriggersSurvive : StackRule
{
    private const string ShortestDelay = "shortestDelayMinutes";
    private const string LongestDelay = "longestDelayMinutes";

    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        foreach (var plan in context.Estate.OfType(RegionSwitchTypes.Plan).Where(plan => plan["triggers"].Items.Count > 0))
        {
            var triggers = plan["triggers"].Items;
            foreach (var verdict in triggers.SelectMany(trigger => Judge(context, plan, trigger)))
            {
                yield return new Finding(plan, verdict);
            }

            foreach (var region in plan["regions"].Items.Select(region => region.Text).OfType<string>()
                .Where(region => !triggers.Any(trigger => trigger["targetRegion"].IsUnknown || trigger["targetRegion"].Text == region)))
            {
                yield return Finding.Violation(plan, $"no trigger activates {region}", "triggers");
            }
        }
    }

    private static IEnumerable<Verdict> Judge(RuleContext context, Node plan, Prop trigger)
    {
        if (trigger["action"] is { IsUnknown: false } action && action.Text != "activate")
        {
            yield return Verdict.Violation($"the trigger's action is {action}, activate needed", action.Path);
        }

        var target = trigger["targetRegion"];
        if (!target.IsUnknown && !plan["regions"].Items.Any(region => region.IsUnknown || region.Text == target.Text))
        {
            yield return Verdict.Violation($"the trigger activates {target}, which is not a Region of the plan", target.Path);
        }

        var delay = trigger["minDelayMinutesBetweenExecutions"];
        if (!delay.IsUnknown && !(delay.Number >= context.Parameters[ShortestDelay] && delay.Number <= context.Parameters[LongestDelay]))
        {
            yield return Verdict.Violation(
                $"minDelayMinutesBetweenExecutions is {delay}, {context.Parameters[ShortestDelay]} to {context.Parameters[LongestDelay]} needed", delay.Path);
        }

        if (trigger["conditions"] is { IsUnknown: false, Items.Count: 0 } none)
        {
            yield return Verdict.Violation("the trigger has no condition", none.Path);
        }

        foreach (var verdict in trigger["conditions"].Items.SelectMany(condition => Condition(context.Estate, plan, target, condition)))
        {
            yield return verdict;
        }

        if (FailoverPlan.Doubt(context.Estate, plan, trigger) is { Property: { } path }
            && new Estimates(context.Settings, context.AsOf).AssumptionOf(RegionTimeline.ThirdRegion, plan.Workload ?? "", null) is null)
        {
            yield return Verdict.Unknown(path);
        }
    }

    private static IEnumerable<Verdict> Condition(Estate estate, Node plan, Prop target, Prop condition)
    {
        if (condition["condition"] is { IsUnknown: false } colour && colour.Text != "red")
        {
            yield return Verdict.Violation($"the trigger's condition is {colour}, red needed", colour.Path);
        }

        var name = condition["associatedAlarmName"];
        var alarms = plan["associatedAlarms"].Items.Where(alarm => name.Text is not null && alarm["mapBlockKey"].Text == name.Text).ToArray();
        if (alarms.Length == 0)
        {
            yield return name.IsUnknown ? Verdict.Unknown(name.Path) : Verdict.Violation($"the plan has no alarm {name}", name.Path);
            yield break;
        }

        if (alarms[0]["alarmType"] is { IsUnknown: false } kind && kind.Text != "trigger")
        {
            yield return Verdict.Violation($"the alarm {name} is of type {kind}, trigger needed", kind.Path);
        }

        var region = estate.References.Follow(plan, alarms[0]["resourceIdentifier"], TypeGroups.Alarms).Region;
        if (region is not null && target.Text is { } activated && region != activated && FailoverPlan.RegionsOf(plan).Contains(region))
        {
            yield return Verdict.Violation($"the alarm {name} is in {region}, which is lost when {activated} must be activated", name.Path);
        }
    }
}
