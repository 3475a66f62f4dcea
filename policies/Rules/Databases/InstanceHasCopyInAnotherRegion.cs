using DrInfra.Policies.Aws;
using DrInfra.Policies.Aws.Backup;
using DrInfra.Policies.Aws.Rds;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Databases;

public sealed class InstanceHasCopyInAnotherRegion : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        var estate = context.Estate;

        // In one Region alone the copy would be in a stack that was not given.
        if (!Regions.AreSeveral(estate))
        {
            yield break;
        }

        foreach (var instance in estate.OfType(RdsTypes.Instance).Where(instance => !InstanceReplica.IsReplica(instance)))
        {
            Node[] copies =
            [
                .. InstanceReplica.Of(estate, instance),
                .. estate.UsersOf(instance, RdsTypes.InstanceAutomatedBackupsReplication, "sourceDbInstanceArn"),
            ];
            if (!copies.Any(copy => copy.Region != instance.Region) && !BackupEstate.Of(estate).MayLeave(instance))
            {
                yield return Finding.Violation(instance, $"its data is in {instance.Region} only");
            }
        }
    }
}
