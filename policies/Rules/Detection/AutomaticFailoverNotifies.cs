using DrInfra.Policies.Aws;
using DrInfra.Policies.Aws.RegionSwitch;

namespace DrInfra.Policies.Rules.Detection;

public sealed class AutomaticFailoverNotifies : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        foreach (var plan in context.Estate.OfType(RegionSwitchTypes.Plan))
        {
            foreach (var trigger in plan["triggers"].Items)
            {
                string?[] names = [.. trigger["conditions"].Items.Select(condition => condition["associatedAlarmName"].Text)];
                Node?[] alarms = [.. plan["associatedAlarms"].Items.Where(alarm => names.Contains(alarm["mapBlockKey"].Text))
                    .Select(alarm => context.Estate.References.Follow(plan, alarm["resourceIdentifier"], TypeGroups.Alarms).Target)];
                if (alarms.Length > 0 && Array.TrueForAll(alarms, alarm => alarm is not null && alarm["alarmActions"] is { IsUnknown: false, Items.Count: 0 }))
                {
                    yield return Finding.Violation(plan, $"nobody is notified when {trigger["targetRegion"]} is activated automatically", trigger.Path);
                }
            }
        }
    }
}
