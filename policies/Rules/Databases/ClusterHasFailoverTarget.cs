using DrInfra.Policies.Aws.ApplicationAutoScaling;
using DrInfra.Policies.Aws.Rds;

namespace DrInfra.Policies.Rules.Databases;

public sealed class ClusterHasFailoverTarget : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        foreach (var cluster in context.Estate.OfTypes(ClusterInstances.ClusterTypes).Where(ClusterInstances.AreDeclared))
        {
            // A standby is allowed to be small: what it needs at a failover is judged with the objectives.
            if (GlobalDatabase.IsSecondary(cluster))
            {
                continue;
            }

            var count = ClusterInstances.Of(context.Estate, cluster).Count;
            if (count > 1 || HasScaledReaders(context.Estate, cluster))
            {
                continue;
            }

            yield return ClusterInstances.MayHaveMore(context.Estate, cluster)
                ? Finding.Unknown(cluster, "clusterIdentifier")
                : Finding.Violation(cluster, count == 0 ? "it has no instance" : "it has one instance, two needed");
        }
    }

    // Aurora's own scaling of readers keeps at least so many.
    private static bool HasScaledReaders(Estate estate, Node cluster) => estate.OfType(ApplicationAutoScalingTypes.Target).Any(target =>
        target["serviceNamespace"].Text == "rds" && target["minCapacity"].Number >= 1
        && (target["resourceId"].Text == $"cluster:{cluster["clusterIdentifier"].Text}"
            || ReferenceResolver.Declared(target, "resourceId", cluster.Type).Contains(cluster)));
}
