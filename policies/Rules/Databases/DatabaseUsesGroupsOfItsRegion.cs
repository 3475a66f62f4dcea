using DrInfra.Policies.Aws.Rds;

namespace DrInfra.Policies.Rules.Databases;

public sealed class DatabaseUsesGroupsOfItsRegion : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context) =>
        from database in context.Estate.OfTypes(ClusterInstances.ClusterTypes.Append(RdsTypes.Instance))
        from reason in InstanceReplica.IsReplica(database)
            ? DatabasePlacement.Faults(context.Estate, database)
            : DatabasePlacement.Others(context.Estate, database)
        select Finding.Of(reason);
}
