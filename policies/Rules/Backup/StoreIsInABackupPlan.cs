using DrInfra.Policies.Aws.Backup;

namespace DrInfra.Policies.Rules.Backup;

public sealed class StoreIsInABackupPlan : StackRule
{
    // Servers and clusters are made anew from their templates; their data is in volumes and stores.
    private static readonly string[] Stateless = ["EC2", "EKS"];

    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        var backups = BackupEstate.Of(context.Estate);
        var byRegion = backups.Selections.ToLookup(selection => selection.Node.Region);
        foreach (var store in backups.Stores.Where(store =>
            store.Node.Workload is { } workload && workload != DrTags.Shared && !Stateless.Contains(store.Service)))
        {
            if (!byRegion[store.Region].Any() || backups.Of(store).Any())
            {
                continue;
            }

            yield return backups.PerhapsOf(store).Any()
                ? Finding.Unknown(store.Node, "tags")
                : Finding.Violation(store.Node, $"no backup plan in {store.Region} selects it", "tags");
        }
    }
}
