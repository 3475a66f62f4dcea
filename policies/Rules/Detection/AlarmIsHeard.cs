using DrInfra.Policies.Aws;
using DrInfra.Policies.Aws.CloudWatch;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Detection;

public sealed class AlarmIsHeard : StackRule
{
    protected override RuleDescriptor About => new(
        "An alarm has an action, or something with one listens to it: a composite alarm, a Region-switch plan, a health check or an event rule. A "
            + "composite of alarms that have is excused.",
        Why: "An alarm that nobody hears looks like monitoring and detects nothing; people find out from the outage.",
        Fix: "Give the alarm alarmActions with a topic, or name it in the alarmRule of a composite alarm that has them.",
        Severity.High, "F6 I3",
        Published: "CLOUDWATCH_ALARM_ACTION_CHECK, cloudwatch_alarm_actions_alarm_state_configured, ResilienceHub alarms recommendation (v1)");

    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        var listeners = AlarmListeners.In(context.Estate);
        foreach (var alarm in context.Estate.OfTypes(TypeGroups.Alarms).Where(alarm => !listeners.HasAny(alarm) && !SumsUp(context.Estate, listeners, alarm)))
        {
            yield return Finding.Violation(alarm, "no action, composite alarm, plan, health check or event rule hears it", "alarmActions");
        }
    }

    // A composite whose alarms all speak for themselves is for people who look: it has nothing to add.
    private static bool SumsUp(Estate estate, AlarmListeners listeners, Node alarm) =>
        alarm.Type == CloudWatchTypes.CompositeAlarm && CompositeChildren.Of(estate, alarm) is { Count: > 0 } children && children.All(listeners.HasAny);
}
