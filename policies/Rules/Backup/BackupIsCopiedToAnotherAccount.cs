using DrInfra.Policies.Aws.Backup;

namespace DrInfra.Policies.Rules.Backup;

public sealed class BackupIsCopiedToAnotherAccount : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context) => (
        from selection in BackupEstate.Of(context.Estate).Selections
        where selection.Plan is not null
        from rule in PlanRule.Of(selection.Plan!)
        from copy in rule.Copies
        let vault = BackupVaults.Destination(context.Estate, rule.Plan, copy)
        where BackupVaults.IsForeign(rule.Plan, vault)
        from store in selection.Stores
        let reason = BackupFaults.ToAnotherAccount(context.Estate, store, BackupVaults.AccountOf(vault)!)
        where reason is not null
        select Finding.Of(reason)).Distinct();
}
