using DrInfra.Policies.Aws.Route53;

namespace DrInfra.Policies.Rules.Traffic;

public sealed class WeightedAndLatencyRecordsHaveHealthChecks : StackRule
{
    private static readonly string[] Shares = ["weightedRoutingPolicies", "latencyRoutingPolicies", "geolocationRoutingPolicies", "geoproximityRoutingPolicy"];
    private static readonly string[] Policies = [.. Shares, "failoverRoutingPolicies", "cidrRoutingPolicy"];

    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        foreach (var record in context.Estate.OfType(Route53Types.Record).Where(SharesNothing))
        {
            yield return Finding.Violation(record, "it has a setIdentifier and no routing policy", "setIdentifier");
        }

        foreach (var name in context.Estate.OfType(Route53Types.Record)
            .Where(record => Array.Exists(Shares, policy => record[policy].IsStated()) || record["multivalueAnswerRoutingPolicy"].Flag == true)
            .GroupBy(record => (record.Stack.Project, record["name"].Text, record["type"].Text, record["zoneId"].Text)))
        {
            foreach (var record in name.Where(record => !Follows(record)))
            {
                yield return record["aliases"].IsUnknown || record["aliases"]["evaluateTargetHealth"].IsUnknown ? Finding.Unknown(record, "aliases")
                    : Finding.Violation(record, "it has no health check, so its share of the traffic keeps going to a lost Region", "healthCheckId");
            }

            if (name.Count() == 1)
            {
                yield return Finding.Violation(
                    name.First(), "it is the only record of its name, so its traffic has no other target", "setIdentifier");
            }

            foreach (var twin in name.Where(record => record["latencyRoutingPolicies"]["region"].Text is not null)
                .GroupBy(record => record["latencyRoutingPolicies"]["region"].Text).Where(group => group.Count() > 1).SelectMany(group => group.Skip(1)))
            {
                yield return Finding.Violation(
                    twin, $"another record of the name has the same latency Region {twin["latencyRoutingPolicies"]["region"]}", "latencyRoutingPolicies");
            }

            foreach (var twin in name.Where(record => record["setIdentifier"].Text is not null).GroupBy(record => record["setIdentifier"].Text)
                .Where(group => group.Count() > 1).SelectMany(group => group.Skip(1)))
            {
                yield return Finding.Violation(twin, $"another record of the name also has the setIdentifier {twin["setIdentifier"]}", "setIdentifier");
            }

            if (name.Count() > 1 && name.All(record => record["weightedRoutingPolicies"]["weight"].Number == 0))
            {
                yield return Finding.Violation(name.First(), "all weights of the name are 0", "weightedRoutingPolicies");
            }
        }
    }

    // A record that has a name of its own among others, and says nothing of how traffic is shared, is refused.
    private static bool SharesNothing(Node record) =>
        record["setIdentifier"].IsStated() && !Array.Exists(Policies, policy => record[policy].IsUnknown || record[policy].Items.Count > 0)
            && !record["multivalueAnswerRoutingPolicy"].IsStated();

    private static bool Follows(Node record) => record["healthCheckId"].IsStated() || record["aliases"]["evaluateTargetHealth"].Flag == true;
}
