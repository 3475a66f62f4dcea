using DrInfra.Policies.Aws;
using DrInfra.Policies.Aws.CloudWatch;

namespace DrInfra.Policies.Rules.Detection;

public sealed class AlarmHasAnAction : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        var listeners = AlarmListeners.In(context.Estate);
        foreach (var alarm in context.Estate.OfTypes(TypeGroups.Alarms).Where(alarm => !listeners.HasAny(alarm) && !SumsUp(context.Estate, listeners, alarm)))
        {
            yield return Finding.Violation(alarm, "no action, composite alarm, plan, health check or event rule uses it", "alarmActions");
        }
    }

    // A composite whose alarms all speak for themselves is for people who look: it has nothing to add.
    private static bool SumsUp(Estate estate, AlarmListeners listeners, Node alarm) =>
        alarm.Type == CloudWatchTypes.CompositeAlarm && CompositeChildren.Of(estate, alarm) is { Count: > 0 } children && children.All(listeners.HasAny);
}
