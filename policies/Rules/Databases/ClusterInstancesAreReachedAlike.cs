using DrInfra.Policies.Aws.Rds;

namespace DrInfra.Policies.Rules.Databases;

public sealed class ClusterInstancesAreReachedAlike : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        foreach (var cluster in context.Estate.OfTypes(ClusterInstances.ClusterTypes))
        {
            var instances = ClusterInstances.Of(context.Estate, cluster);
            if (instances.FirstOrDefault(instance => instance["publiclyAccessible"].IsUnknown) is { } unclear)
            {
                yield return Finding.Unknown(unclear, "publiclyAccessible");
            }
            else if (instances.Select(instance => instance["publiclyAccessible"].Flag ?? false).Distinct().Count() > 1)
            {
                yield return Finding.Violation(cluster, "some of its instances are publicly accessible, others are not", "publiclyAccessible");
            }
        }
    }
}
