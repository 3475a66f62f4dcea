using DrInfra.Policies.Aws.Backup;
using DrInfra.Policies.Aws.Dlm;
using DrInfra.Policies.Aws.Ebs;

namespace DrInfra.Policies.Rules.Databases;

public sealed class VolumeIsBackedUp : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        foreach (var volume in context.Estate.OfType(EbsTypes.Volume))
        {
            var covered = BackupEstate.Of(context.Estate).MayTake(volume)
                || volume.Stack.Nodes.Any(node => node.Type == DlmTypes.LifecyclePolicy && node["state"].Text is null or "ENABLED")
                || context.Estate.UsersOf(volume, EbsTypes.Snapshot, "volumeId").Count > 0;
            if (!covered)
            {
                yield return Finding.Violation(volume, "nothing takes snapshots of it");
            }
        }
    }
}
