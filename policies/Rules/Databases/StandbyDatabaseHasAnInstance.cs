using DrInfra.Policies.Aws.Rds;

namespace DrInfra.Policies.Rules.Databases;

public sealed class StandbyDatabaseHasAnInstance : StackRule
{
    public override string Description => "A secondary of a global database has at least one instance.";

    public override string Why =>
        "A headless secondary keeps the data, but it cannot be failed over to until an instance has been made, in the hour in which everybody asks for one.";

    public override string Fix => "Declare one instance in the secondary cluster, small if need be.";

    public override Severity Severity => Severity.Medium;

    public override IReadOnlyList<string> Practices => ["F1", "F3"];

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
