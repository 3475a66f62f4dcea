using DrInfra.Policies.Aws;
using DrInfra.Policies.Aws.RegionSwitch;

namespace DrInfra.Policies.Rules.Detection;

public sealed class PlanWatchesHealthInBothRegions : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        foreach (var plan in context.Estate.OfType(RegionSwitchTypes.Plan))
        {
            var health = plan["associatedAlarms"].Items.Where(alarm => alarm["alarmType"].Text == "applicationHealth").ToArray();
            var regions = health.Select(alarm => context.Estate.References.Follow(plan, alarm["resourceIdentifier"], TypeGroups.Alarms).Region).ToArray();

            // A plan that promotes databases can tell by them whether it has succeeded.
            var due = regions.Length > 0 || (PlanStep.Configs(plan, "globalAuroraConfigs").Any() && !plan.Stack.IsForeign);
            foreach (var region in plan["regions"].Items.Select(region => region.Text).OfType<string>()
                .Where(region => due && !regions.Contains(null) && !regions.Contains(region)))
            {
                yield return Finding.Violation(plan, $"no health alarm in {region} is associated with it", "associatedAlarms");
            }
        }
    }
}
