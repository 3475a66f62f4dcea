using DrInfra.Policies.Aws.Backup;
using DrInfra.Policies.Aws.Efs;

namespace DrInfra.Policies.Rules.Databases;

public sealed class FileSystemIsBackedUp : StackRule
{
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
