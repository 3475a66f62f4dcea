using DrInfra.Policies.Aws.Backup;

namespace DrInfra.Policies.Rules.Backup;

public sealed class BackupIsCopiedToAnotherRegion : StackRule
{
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
                : Finding.Violation(store.Node, $"no backup of {store.Display} is copied out of {store.Region}");
        }
    }
}
