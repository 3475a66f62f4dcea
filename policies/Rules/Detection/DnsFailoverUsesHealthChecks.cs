using DrInfra.Policies.Aws.Route53;

namespace DrInfra.Policies.Rules.Detection;

public sealed class DnsFailoverUsesHealthChecks : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context) =>
        from name in context.Estate.OfType(Route53Types.Record)
            .Where(record => record["weightedRoutingPolicies"].Items.Count > 0)
            .GroupBy(record => (DnsName.Of(record), record["type"].Text))
        where name.Count() > 1
            && name.Any(record => record["weightedRoutingPolicies"]["weight"].Number == 0)
            && !name.Any(record => !record["healthCheckId"].IsAbsent || record["aliases"]["evaluateTargetHealth"].Flag == true)
        from record in name
        where record["weightedRoutingPolicies"]["weight"].Number == 0
        select Finding.Violation(
            record, "its weight is 0 and no member of its name has a health check: traffic moves here only by an edit", "weightedRoutingPolicies");
}
