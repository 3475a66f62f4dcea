using DrInfra.Policies.Aws.Backup;
using DrInfra.Policies.Aws.Efs;

namespace DrInfra.Policies.Rules.Databases;

public sealed class FileSystemIsBackedUp : StackRule
{
    protected override RuleDescriptor About => new(
        "A file system is backed up: by its own daily backups, or by a plan of the stack.",
        Why: "A replica has the same wrong or deleted files within minutes; only a backup goes back before them.",
        Fix: "Declare a BackupPolicy with status ENABLED, or select the file system in a backup plan.",
        Severity.High, "B1 B4",
        Published: "EFS.7, EFS_RESOURCES_PROTECTED_BY_BACKUP_PLAN (guard)");

    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        foreach (var files in context.Estate.OfType(EfsTypes.FileSystem).Where(files => !BackupEstate.Of(context.Estate).MayTake(files)))
        {
            var policies = context.Estate.UsersOf(files, EfsTypes.BackupPolicy, "fileSystemId").Select(policy => policy["backupPolicy"]["status"]).ToArray();
            if (policies.Any(status => status.Text == "ENABLED"))
            {
                continue;
            }

            yield return policies.Any(status => status.IsUnknown)
                ? Finding.Unknown(files, "backupPolicy")
                : Finding.Violation(files, "nothing backs it up", "backupPolicy");
        }
    }
}
