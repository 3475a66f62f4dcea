using DrInfra.Policies.Aws.Route53;

namespace DrInfra.Policies.Rules.Traffic;

public sealed class HealthChecksOfOneNameAskTheSame : StackRule
{
    private static readonly string[] Asked =
    [
        "type", "port", "resourcePath", "searchString", "requestInterval", "failureThreshold", "enableSni", "insufficientDataHealthStatus",
        "childHealthThreshold",
    ];

    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        var names = context.Estate.OfType(Route53Types.Record).Where(record => record["healthCheckId"].IsStated())
            .GroupBy(record => (record["name"].Text, record["type"].Text, record["zoneId"].Text));
        foreach (var name in names)
        {
            Node[] checks =
            [
                .. name.OrderBy(record => record["failoverRoutingPolicies"]["type"].Text == "SECONDARY").ThenBy(record => record.Urn, StringComparer.Ordinal)
                    .Select(record => context.Estate.References.Follow(record, "healthCheckId", Route53Types.HealthCheck).Target).OfType<Node>().Distinct(),
            ];
            foreach (var check in checks.Skip(1))
            {
                foreach (var property in Asked.Where(property => check[property].ToString() != checks[0][property].ToString()))
                {
                    yield return check[property].IsUnknown || checks[0][property].IsUnknown ? Finding.Unknown(check, property)
                        : Finding.Violation(
                            check, $"its {property} is {check[property]}, but {checks[0].Name} for the same name has {checks[0][property]}", property);
                }
            }
        }
    }
}
