using DrInfra.Policies.Aws.CloudWatch;

namespace DrInfra.Policies.Rules.Detection;

public sealed class CompositeAlarmHidesNoFault : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        var listeners = AlarmListeners.In(context.Estate);
        return
            from composite in context.Estate.OfType(CloudWatchTypes.CompositeAlarm)
            let hidden = CompositeChildren.Of(context.Estate, composite)
                .Where(alarm => listeners.Deaf(alarm, lost: null) is { } reason && reason == CompositeChildren.Hides(context.Estate, composite, alarm)).ToList()
            where hidden.Count > 0
            select Finding.Violation(
                composite,
                hidden.Count == 1 ? $"one alarm in ALARM hides another: {hidden[0].Name} has no action of its own"
                    : $"one alarm in ALARM hides the others: {hidden.Count} have no action of their own, such as {hidden[0].Name}",
                "alarmRule");
    }
}
