using DrInfra.Policies.Aws;
using DrInfra.Policies.Aws.Backup;
using DrInfra.Policies.Aws.Efs;
using DrInfra.Policies.Aws.Rds;

namespace DrInfra.Policies.Rules.Data;

public sealed class StoreHasCopyInAnotherRegion : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        // In one Region alone the copy would be in a stack that was not given.
        var estate = context.Estate;
        return !Regions.AreSeveral(estate) ? [] : estate.OfTypes(EfsTypes.FileSystem, RdsTypes.Instance)
            .Where(store => !InstanceReplica.IsReplica(store) && !BackupEstate.Of(estate).MayLeave(store))
            .Select(store => store.Type == EfsTypes.FileSystem ? Files(estate, store) : Instance(estate, store)).OfType<Finding>();
    }

    private static Finding? Files(Estate estate, Node files)
    {
        var replications = FileReplication.AllIn(estate);
        return replications.Any(replication => replication.Source.Target == files || replication.Destination.Target == files) ? null
            : replications.FirstOrDefault(replication => replication.Source.IsUnknown) is { } open ? Finding.Unknown(open.Node, open.Source.Path)
            : Alone(files);
    }

    private static Finding? Instance(Estate estate, Node instance) => InstanceReplica.Of(estate, instance)
        .Concat(new DatabaseInstance(instance).CopiedBackups(estate))
        .Any(copy => copy.Region != instance.Region) ? null : Alone(instance);

    private static Finding Alone(Node store) => Finding.Violation(store, $"its data is only in {store.Region}");
}
