using DrInfra.Policies.Aws.Backup;

namespace DrInfra.Policies.Rules.Backup;

public sealed class BackedUpServicesAreOptedIn : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context) =>
        from pair in BackupEstate.Of(context.Estate).Selections
            .SelectMany(selection => selection.Stores.Select(store => (selection.Node, store.Service)))
            .DistinctBy(pair => (pair.Node.Region, pair.Service))
        from reason in new[] { BackupFaults.OptIn(context.Estate, pair.Node, pair.Service), BackupFaults.Management(context.Estate, pair.Node, pair.Service) }
            .OfType<Reason>().Distinct()
        select Finding.Of(reason);
}
