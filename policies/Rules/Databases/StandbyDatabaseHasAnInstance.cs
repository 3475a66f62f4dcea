using DrInfra.Policies.Aws.Rds;

namespace DrInfra.Policies.Rules.Databases;

public sealed class StandbyDatabaseHasAnInstance : StackRule
{
    protected override RuleDescriptor About => new(
        "A secondary of a global database has at least one instance.",
        Why: "A headless secondary keeps the data, but it cannot be failed over to until an instance has been made, in the hour in which everybody asks "
            + "for one.",
        Fix: "Declare one instance in the secondary cluster, small if need be.",
        Severity.Medium, "F1 F3");

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
