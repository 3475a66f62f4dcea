using DrInfra.Policies.Aws.Backup;

namespace DrInfra.Policies.Rules.Backup;

public sealed class StoreHasBackupGenerations : StackRule
{
    protected override RuleDescriptor About => new(
        "A store that is backed up has a daily generation of snapshots and an older one, weekly or monthly.",
        Why: "One generation alone is either too old when it is needed or gone when damage is noticed late.",
        Fix: "Give the plan a rule that runs daily or more often and one that runs weekly or monthly and is kept longer.",
        Severity.Medium, "B1 B2",
        Published: "BACKUP_PLAN_MIN_FREQUENCY_AND_MIN_RETENTION_CHECK (framework)");

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

            if (rules.FirstOrDefault(rule => rule.Rule["schedule"].IsUnknown) is { } unknown)
            {
                yield return Finding.Unknown(unknown.Plan, unknown.Rule["schedule"].Path);
                continue;
            }

            // A day may be an hour longer where clocks shift, and a daily run two days where it falls into the shift.
            if (!rules.Any(rule => rule.LongestGap is { TotalDays: <= 2 }))
            {
                yield return Finding.Violation(store.Node, $"no rule backs {store.Display} up every day");
            }

            if (!rules.Any(rule => rule.LongestGap is { TotalDays: > 2 }))
            {
                yield return Finding.Violation(store.Node, $"no rule keeps a weekly or monthly backup of {store.Display}");
            }
        }
    }
}
