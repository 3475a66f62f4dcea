using DrInfra.Policies.Aws.Backup;

namespace DrInfra.Policies.Rules.Backup;

public sealed class BackedUpStoreIsRestoreTested : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        var estate = context.Estate;
        var backups = BackupEstate.Of(estate);
        var tests = new RestoreTests(estate);
        foreach (var store in backups.Stores.Where(store => store.Node.Workload is { } workload && workload != DrTags.Shared))
        {
            PlanRule[] rules = [.. backups.RulesOf(store)];
            var copied = rules.SelectMany(rule => rule.Copies.Select(copy => BackupVaults.Destination(estate, rule.Plan, copy)))
                .Where(vault => vault.Target is not { Type: BackupTypes.LogicallyAirGappedVault })
                .Select(vault => vault.Region).Where(region => region is not null && region != store.Region).Distinct().ToArray();
            string?[] regions = copied.Length > 0 ? copied : [store.Region];
            if (rules.Length == 0 || regions.Any(region => tests.Of(region, store).Any(test => test.Takes(estate, store) == true)))
            {
                continue;
            }

            var unsure = regions.SelectMany(region => tests.Of(region, store)).FirstOrDefault(test => test.Takes(estate, store) is null);
            yield return unsure is not null
                ? Finding.Unknown(unsure.Node, "protectedResourceArns")
                : Finding.Violation(store.Node, $"no restore test covers {store.Display} in {string.Join(" or ", regions)}");
        }
    }
}
