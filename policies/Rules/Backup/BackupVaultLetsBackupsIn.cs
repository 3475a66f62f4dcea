using DrInfra.Policies.Aws.Backup;
using DrInfra.Policies.Aws.Iam;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Backup;

public sealed class BackupVaultLetsBackupsIn : StackRule
{
    private static readonly string[] Needed = ["backup:StartBackupJob", "backup:CopyIntoBackupVault", "backup:CopyFromBackupVault", "backup:StartRestoreJob", "backup:StartCopyJob"];

    public override string Description => "A vault's policy denies nobody the making, copying and restoring of backups.";

    public override string Why => "A vault that is closed to everybody takes no backup in, or gives none out on the day it is needed.";

    public override string Fix => "Take backup, copy and restore actions out of the policy's Deny statements, or name the principals that are meant.";

    public override Severity Severity => Severity.High;

    public override IReadOnlyList<string> Practices => ["B4", "B6"];

    public override IEnumerable<Finding> Evaluate(RuleContext context) =>
        from policy in context.Estate.OfType(BackupTypes.VaultPolicy)
        let denied = Denied(policy)
        where denied.Length > 0
        select Finding.Violation(policy, $"policy of the vault denies everybody {string.Join(", ", denied)}", "policy");

    private static string[] Denied(Node policy)
    {
        var denials = (IamDocument.Parse(policy["policy"])?.Statements ?? []).Where(statement => !statement.Allows && statement.IsForEverybody && statement.Conditions.Count == 0).ToArray();
        return [.. Needed.Where(action => denials.Any(denial => denial.Covers(action)))];
    }
}
