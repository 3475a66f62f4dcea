using DrInfra.Policies.Aws.Rds;

namespace DrInfra.Policies.Rules.Databases;

public sealed class ClusterInstancesAreReachedAlike : StackRule
{
    public override string Description => "All instances of a cluster are public, or none is.";

    public override string Why => "Clients that reached the writer cannot reach the reader that was promoted in its place.";

    public override string Fix => "Set publiclyAccessible alike on all instances, best to false.";

    public override Severity Severity => Severity.Medium;

    public override IReadOnlyList<string> Practices => ["F1"];

    public override IReadOnlyList<string> Also => ["TA xuy7H1avtl Aurora DB instance accessibility"];

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
