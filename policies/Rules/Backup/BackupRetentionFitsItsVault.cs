using DrInfra.Policies.Aws.Backup;

namespace DrInfra.Policies.Rules.Backup;

public sealed class BackupRetentionFitsItsVault : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context) =>
        from rule in context.Estate.OfType(BackupTypes.Plan).SelectMany(PlanRule.Of)
        from write in rule.Copies.Select(copy => (Vault: BackupVaults.Destination(context.Estate, rule.Plan, copy).Target, Kept: PlanRule.KeptDays(copy)))
            .Prepend((Vault: BackupVaults.Target(context.Estate, rule).Target, Kept: rule.DeleteAfter))
        where write.Vault is not null
        let reason = BackupVaults.RefusesRetention(context.Estate, rule, write.Vault, write.Kept)
        where reason is not null
        select Finding.Of(reason);
}
