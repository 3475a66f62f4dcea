using DrInfra.Policies.Aws.Redshift;
using DrInfra.Policies.Aws.Schedules;

namespace DrInfra.Policies.Rules.Warehouses;

public sealed class SnapshotScheduleRunsOften : StackRule
{
    protected override RuleDescriptor About => new(
        "A schedule of snapshots runs at least as often as the service would by itself.",
        Why: "A schedule replaces the snapshot every eight hours: a rarer one loses more, and one that nothing uses does nothing.",
        Fix: "State a rate or cron in definitions that runs at least every maximumHours, and associate the schedule with its warehouse.",
        Severity.Medium, "B1 B4");

    public override IReadOnlyList<RuleParameter> Parameters =>
    [
        new("maximumHours", "Hours that may pass between two snapshots.", 8, 1, 24),
    ];

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
                yield return Finding.Violation(schedule, "its definitions cannot be read, or end", definitions.Path);
            }
            else if (gap.TotalHours > context.Parameters["maximumHours"])
            {
                yield return Finding.Violation(schedule, $"{gap.TotalHours} h pass between two snapshots, at most {context.Parameters["maximumHours"]} h allowed", definitions.Path);
            }

            if (context.Estate.UsersOf(schedule, RedshiftTypes.SnapshotScheduleAssociation, "scheduleIdentifier").Count == 0)
            {
                yield return Finding.Violation(schedule, "no warehouse uses it");
            }
        }
    }
}
