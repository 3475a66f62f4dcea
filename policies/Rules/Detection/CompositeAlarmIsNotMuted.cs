using DrInfra.Policies.Aws;
using DrInfra.Policies.Aws.CloudWatch;

namespace DrInfra.Policies.Rules.Detection;

public sealed class CompositeAlarmIsNotMuted : StackRule
{
    private const string LongestWait = "longestWaitSeconds";

    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        foreach (var composite in context.Estate.OfType(CloudWatchTypes.CompositeAlarm))
        {
            var suppressor = composite["actionsSuppressor"];
            if (suppressor.IsAbsent)
            {
                continue;
            }

            var reference = context.Estate.References.Follow(composite, suppressor["alarm"], TypeGroups.Alarms);
            if (ReferenceVerdict.Of(context.Estate, reference, "the suppressing alarm") is { } verdict)
            {
                yield return new Finding(composite, verdict);
            }

            if (reference.Target is { } alarm && CompositeChildren.Of(context.Estate, composite).Contains(alarm))
            {
                yield return Finding.Violation(composite, $"its actions suppressor {alarm.Name} is one of its own alarms", suppressor["alarm"].Path);
            }

            foreach (var period in new[] { suppressor["waitPeriod"], suppressor["extensionPeriod"] })
            {
                if (period.Number > context.Parameters[LongestWait])
                {
                    yield return Finding.Violation(
                        composite, $"actions can be suppressed for {period.Number} seconds, at most {context.Parameters[LongestWait]} allowed", period.Path);
                }
            }
        }
    }
}
