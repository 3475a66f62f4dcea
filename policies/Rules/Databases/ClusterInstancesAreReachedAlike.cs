using DrInfra.Policies.Aws.Rds;

namespace DrInfra.Policies.Rules.Databases;

public sealed class ClusterInstancesAreReachedAlike : StackRule
{
    protected override RuleDescriptor About => new(
        "All instances of a cluster are public, or none is.",
        Why: "Clients that reached the writer cannot reach the reader that was promoted in its place.",
        Fix: "Set publiclyAccessible alike on all instances, best to false.",
        Severity.Medium, "F1",
        Published: "TA xuy7H1avtl Aurora DB instance accessibility");

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
                yield return Finding.Violation(cluster, "some of its instances are public, others are not", "publiclyAccessible");
            }
        }
    }
}
