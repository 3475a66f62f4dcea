using DrInfra.Policies.Aws.Redshift;
using DrInfra.Policies.Aws.Schedules;

namespace DrInfra.Policies.Rules.Warehouses;

public sealed class SnapshotScheduleRunsOften : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        foreach (var schedule in context.Estate.OfType(RedshiftTypes.SnapshotSchedule))
        {
            var definitions = schedule["definitions"];
            if (definitions.IsUnknown || definitions.Items.Any(definition => definition.IsUnknown))
            {
                yield return Finding.Unknown(schedule, definitions.Path);
                continue;
            }

            if (ScheduleDefinition.LongestGap(definitions.Items) is not { } gap)
            {
                yield return Finding.Violation(schedule, "its definitions are not valid, or end", definitions.Path);
            }
            else if (gap.TotalHours > context.Parameters["maximumHours"])
            {
                yield return Finding.Violation(
                    schedule, $"the longest interval between two snapshots is {gap.TotalHours} h, at most {context.Parameters["maximumHours"]} h allowed",
                        definitions.Path);
            }

            if (context.Estate.UsersOf(schedule, RedshiftTypes.SnapshotScheduleAssociation, "scheduleIdentifier").Count == 0)
            {
                yield return Finding.Violation(schedule, "no cluster uses it");
            }
        }
    }
}
