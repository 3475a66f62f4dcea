using DrInfra.Policies.Aws.CloudWatch;

namespace DrInfra.Policies.Rules.Detection;

public sealed class CompositeAlarmRingsForEachOfItsAlarms : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        foreach (var composite in context.Estate.OfType(CloudWatchTypes.CompositeAlarm))
        {
            if (AlarmRuleParser.Parse(composite["alarmRule"].Text ?? "") is not { } rule)
            {
                continue;
            }

            if (rule.RingsFor(null))
            {
                yield return Finding.Violation(composite, "it is in ALARM while all its alarms are OK", "alarmRule");
            }
            else if (!rule.Names.Any(rule.RingsFor) && !rule.Names.All(name => SpeaksForItself(context.Estate, composite, name)))
            {
                yield return Finding.Violation(composite, "no single alarm sets it to ALARM, and not all of its alarms have actions of their own", "alarmRule");
            }
            else
            {
                foreach (var name in Muted(context.Estate, composite, rule))
                {
                    yield return Finding.Violation(composite, $"the alarm {name} alone does not set it to ALARM, and has no action of its own", "alarmRule");
                }
            }
        }
    }

    // Alarms under NOT are there to mute, so only those count that can make it ring with others.
    private static IEnumerable<string> Muted(Estate estate, Node composite, AlarmRuleExpression rule)
    {
        var suppressors = Negated(rule, false).ToHashSet(StringComparer.Ordinal);
        return rule.Names.Distinct(StringComparer.Ordinal)
            .Where(name => !rule.RingsFor(name) && !suppressors.Contains(name) && !SpeaksForItself(estate, composite, name));
    }

    private static IEnumerable<string> Negated(AlarmRuleExpression rule, bool negated) => rule switch
    {
        AlarmRuleExpression.Not not => Negated(not.Inner, !negated),
        AlarmRuleExpression.All all => all.Parts.SelectMany(part => Negated(part, negated)),
        AlarmRuleExpression.Any any => any.Parts.SelectMany(part => Negated(part, negated)),
        AlarmRuleExpression.State { Wanted: "OK" } state => negated ? [] : [state.Alarm],
        AlarmRuleExpression.State state => negated ? [state.Alarm] : [],
        _ => [],
    };

    private static bool SpeaksForItself(Estate estate, Node composite, string name) =>
        CompositeChildren.Find(estate, composite, name) is { } alarm && (alarm["alarmActions"].IsUnknown || alarm["alarmActions"].Items.Count > 0);
}
