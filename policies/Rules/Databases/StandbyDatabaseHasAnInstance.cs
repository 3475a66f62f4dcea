using DrInfra.Policies.Aws.Rds;

namespace DrInfra.Policies.Rules.Databases;

public sealed class StandbyDatabaseHasAnInstance : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        foreach (var cluster in context.Estate.OfType(RdsTypes.Cluster).Where(GlobalDatabase.IsSecondary))
        {
            if (ClusterInstances.AreDeclared(cluster) && ClusterInstances.Of(context.Estate, cluster).Count == 0)
            {
                yield return ClusterInstances.MayHaveMore(context.Estate, cluster)
                    ? Finding.Unknown(cluster, "clusterIdentifier")
                    : Finding.Violation(cluster, "the standby is headless: it has no instance");
            }
        }
    }
}
