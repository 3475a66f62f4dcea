using DrInfra.Policies.Aws.Backup;

namespace DrInfra.Policies.Rules.Backup;

public sealed class BackupRetentionFitsItsVault : StackRule
{
    public override string Description => "A backup is kept for a time that its vault, and the vault of each of its copies, allows.";

    public override string Why => "A locked or air-gapped vault refuses a backup that is kept shorter or longer than its bounds: the job fails and there is no backup.";

    public override string Fix => "Bring lifecycle.deleteAfter of the rule and its copies between minRetentionDays and maxRetentionDays of the vaults.";

    public override Severity Severity => Severity.High;

    public override IReadOnlyList<string> Practices => ["B2", "B4"];

    public override IEnumerable<Finding> Evaluate(RuleContext context) =>
        from rule in context.Estate.OfType(BackupTypes.Plan).SelectMany(PlanRule.Of)
        from write in rule.Copies.Select(copy => (Vault: BackupVaults.Destination(context.Estate, rule.Plan, copy).Target, Kept: PlanRule.KeptDays(copy)))
            .Prepend((Vault: BackupVaults.Target(context.Estate, rule).Target, Kept: rule.DeleteAfter))
        where write.Vault is not null
        let reason = BackupVaults.RefusesRetention(context.Estate, rule, write.Vault, write.Kept)
        where reason is not null
        select Finding.Of(reason);
}
