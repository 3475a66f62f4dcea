using DrInfra.Policies.Aws;
using DrInfra.Policies.Aws.RegionSwitch;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Detection;

public sealed class TriggeredSwitchIsTold : StackRule
{
    public override string Description => "Of the alarms that start a plan by themselves, one per trigger tells people too.";

    public override string Why => "A failover that starts while everybody sleeps needs somebody who watches it, above all when it fails.";

    public override string Fix => "Give one alarm of each trigger alarmActions with a topic.";

    public override Severity Severity => Severity.Medium;

    public override IReadOnlyList<string> Practices => ["I1", "I3"];

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
                    yield return Finding.Violation(plan, $"nobody is told when {trigger["targetRegion"]} is activated by itself", trigger.Path);
                }
            }
        }
    }
}
