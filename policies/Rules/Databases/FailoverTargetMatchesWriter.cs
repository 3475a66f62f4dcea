using DrInfra.Policies.Aws.Rds;

namespace DrInfra.Policies.Rules.Databases;

public sealed class FailoverTargetMatchesWriter : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        foreach (var cluster in context.Estate.OfTypes(ClusterInstances.ClusterTypes))
        {
            var instances = ClusterInstances.Of(context.Estate, cluster);
            if (instances.Count < 2)
            {
                continue;
            }

            if (instances.FirstOrDefault(instance => instance["promotionTier"].IsUnknown || instance["instanceClass"].IsUnknown) is { } unclear)
            {
                yield return Finding.Unknown(unclear, unclear["promotionTier"].IsUnknown ? "promotionTier" : "instanceClass");
                continue;
            }

            Node[] targets = [.. instances.Where(instance => (instance["promotionTier"].Number ?? 0) <= 1)];
            string[] classes = [.. targets.Select(target => target["instanceClass"].Text ?? "none").Distinct()];
            if (targets.Length < 2)
            {
                yield return Finding.Violation(cluster, $"{targets.Length} of its instances in promotion tiers 0 and 1, two needed", "promotionTier");
            }
            else if (classes.Length > 1)
            {
                yield return Finding.Violation(
                    cluster, $"a failover changes the instance class of the writer: {string.Join(" and ", classes)} in tiers 0 and 1", "instanceClass");
            }
        }
    }
}
