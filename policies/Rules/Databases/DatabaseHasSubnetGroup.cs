using DrInfra.Policies.Aws.Rds;

namespace DrInfra.Policies.Rules.Databases;

public sealed class DatabaseHasSubnetGroup : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        foreach (var (type, property, groups) in ClusterFamily.All.Select(family => (family.Cluster, family.SubnetGroupProperty, family.SubnetGroup))
            .Prepend((RdsTypes.Instance, "dbSubnetGroupName", RdsTypes.SubnetGroup)))
        {
            foreach (var database in context.Estate.OfType(type).Where(database => !InstanceReplica.IsReplica(database)))
            {
                var stated = database.Input(property);
                var reference = context.Estate.References.Follow(database, stated, groups);
                if (!stated.IsStated())
                {
                    yield return Finding.Violation(database, "it states no subnet group, so it is in the default VPC", property);
                }
                else if (reference.Target is null)
                {
                    yield return Finding.Unknown(database, property);
                }
                else if (DatabasePlacement.SubnetGroup(context.Estate, database) is { } reason)
                {
                    yield return Finding.Of(reason);
                }
            }
        }
    }
}
