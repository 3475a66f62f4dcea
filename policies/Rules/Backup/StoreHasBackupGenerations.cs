using DrInfra.Policies.Aws.Backup;

namespace DrInfra.Policies.Rules.Backup;

public sealed class StoreHasBackupGenerations : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        var backups = BackupEstate.Of(context.Estate);
        foreach (var store in backups.Stores)
        {
            PlanRule[] rules = [.. backups.RulesOf(store).Where(rule => !rule.IsContinuous)];
            if (rules.Length == 0)
            {
                continue;
            }

            if (rules.FirstOrDefault(rule => rule.Schedule.IsUnknown) is { } unknown)
            {
                yield return Finding.Unknown(unknown.Plan, unknown.Schedule.Path);
                continue;
            }

            // A day may be an hour longer where clocks shift, and a daily run two days where it falls into the shift.
            if (!rules.Any(rule => rule.LongestGap is { TotalDays: <= 2 }))
            {
                yield return Finding.Violation(store.Node, $"no rule backs up {store.Display} daily");
            }

            if (!rules.Any(rule => rule.LongestGap is { TotalDays: > 2 }))
            {
                yield return Finding.Violation(store.Node, $"no rule makes a weekly or monthly backup of {store.Display}");
            }
        }
    }
}
