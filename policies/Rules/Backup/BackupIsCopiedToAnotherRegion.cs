using DrInfra.Policies.Aws.Backup;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Backup;

public sealed class BackupIsCopiedToAnotherRegion : StackRule
{
    protected override RuleDescriptor About => new(
        "Backups of every workload's store are copied to a vault in another Region than the store's.",
        Why: "A backup in the Region that is lost is lost with it.",
        Fix: "Give the plan's rules a copy action whose destinationVaultArn names a vault of the other Region.",
        Severity.High, "B6 H5",
        Published: "BACKUP_RESOURCES_PROTECTED_BY_CROSS_REGION");

    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        var backups = BackupEstate.Of(context.Estate);
        foreach (var store in backups.Stores.Where(store => store.Node.Workload is { } workload && workload != DrTags.Shared))
        {
            PlanRule[] rules = [.. backups.RulesOf(store)];
            if (rules.Length == 0)
            {
                continue;
            }

            var destinations = backups.CopiesOf(store).ToArray();
            if (destinations.Any(vault => vault.Region is { } region && region != store.Region))
            {
                continue;
            }

            var unknown = Array.Find(destinations, vault => vault.Region is null);
            yield return destinations.Length > 0 && unknown.Path is not null
                ? Finding.Unknown(rules[0].Plan, unknown.Path)
                : Finding.Violation(store.Node, $"no backup of {store.Display} leaves {store.Region}");
        }
    }
}
