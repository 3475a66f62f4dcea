using DrInfra.Policies.Aws.Backup;
using DrInfra.Policies.Aws.Dlm;
using DrInfra.Policies.Aws.Ebs;

namespace DrInfra.Policies.Rules.Databases;

public sealed class VolumeIsBackedUp : StackRule
{
    protected override RuleDescriptor About => new(
        "A volume has snapshots: from a lifecycle policy, a backup plan, or the program itself.",
        Why: "A volume lives in one zone; with the zone everything on it is lost that is in no snapshot.",
        Fix: "Declare a Data Lifecycle Manager policy or select the volume in a backup plan.",
        Severity.High, "B1 B4",
        Published: "TA H7IgTzjTYb EBS snapshots, ec2_ebs_volume_snapshots_exists");

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
