using DrInfra.Policies.Aws.Backup;
using DrInfra.Policies.Aws.Iam;

namespace DrInfra.Policies.Rules.Backup;

public sealed class BackupVaultPolicyAllowsBackups : StackRule
{
    private static readonly string[] Needed =
    [
        "backup:StartBackupJob", "backup:CopyIntoBackupVault", "backup:CopyFromBackupVault", "backup:StartRestoreJob", "backup:StartCopyJob",
    ];

    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        // A denial for all but some spares a role that it names.
        PolicyPrincipal?[] roles = [
            .. BackupEstate.Of(context.Estate).Selections.Select(selection => BackupFaults.UseOf(context.Estate, selection)?.Role.Target).OfType<Node>()
                .Distinct()
                    .Select(PolicyPrincipal.Of)];
        foreach (var policy in context.Estate.OfType(BackupTypes.VaultPolicy))
        {
            string[] denied = [.. roles.DefaultIfEmpty().SelectMany(role => BackupVaults.Denied(policy, role, Needed)).Distinct()];
            if (denied.Length > 0)
            {
                yield return Finding.Violation(
                    policy,
                    $"the vault's policy denies {(BackupVaults.Denied(policy, null, denied).Count() == denied.Length ? "every principal" : "a backup role")} "
                        + $"{string.Join(", ", denied)}",
                    "policy");
            }
        }
    }
}
