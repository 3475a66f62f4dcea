using DrInfra.Policies.Aws.Rds;

namespace DrInfra.Policies.Rules.Databases;

public sealed class ClusterInstancesSpanZones : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        foreach (var cluster in context.Estate.OfTypes(ClusterInstances.ClusterTypes))
        {
            var instances = ClusterInstances.Of(context.Estate, cluster);
            foreach (var instance in instances)
            {
                if (instance["availabilityZone"].Text is { Length: > 0 } zone && cluster.Region is { } region
                    && !zone.StartsWith(region, StringComparison.Ordinal))
                {
                    yield return Finding.Violation(instance, $"zone {zone} is not in {region}", "availabilityZone");
                }
            }

            var zones = instances.Select(instance => instance["availabilityZone"].Text).OfType<string>().Distinct().ToArray();
            if (instances.Count < 2 || zones.Length > 1)
            {
                continue;
            }

            // Where none is stated the service picks one, perhaps the same.
            yield return instances.FirstOrDefault(instance => instance["availabilityZone"].Text is null) is { } anywhere
                ? Finding.Unknown(anywhere, "availabilityZone")
                : Finding.Violation(cluster, $"all its instances are in {zones[0]}, two zones needed");
        }
    }
}
