using DrInfra.Policies.Aws.Backup;

namespace DrInfra.Policies.Rules.Backup;

public sealed class BackupReachesTheOtherAccount : StackRule
{
    protected override RuleDescriptor About => new(
        "A backup that is copied to another account is encrypted with a customer key whose policy lets that account use it, unless AWS Backup encrypts it "
            + "anew.",
        Why: "The policy of a key that AWS manages cannot be changed: the copy job fails, and the account of last resort stays empty.",
        Fix: "Encrypt the store with a customer key, and allow the destination's account kms:Decrypt, kms:DescribeKey, kms:CreateGrant and kms:ReEncrypt* "
            + "in the key's policy.",
        Severity.High, "B5 B6",
        Published: "BACKUP_RESOURCES_PROTECTED_BY_CROSS_ACCOUNT");

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
