using DrInfra.Policies.Aws.Route53;

namespace DrInfra.Policies.Rules.Detection;

public sealed class EndpointIsCheckedInEachRegion : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        var probed = context.Estate.OfType(Route53Types.HealthCheck).Select(check => check["fqdn"].Text).OfType<string>()
            .Select(DnsName.Normal).ToHashSet(StringComparer.Ordinal);
        return from pair in FailoverPair.Of(context.Estate)
               from member in pair.Members
               where member["type"].Text == "CNAME"
               from target in member["records"].Items
               where target.Text is { } host && !probed.Contains(DnsName.Normal(host))
                   && !member["aliases"].Items.Any(alias => alias["evaluateTargetHealth"].Flag == true)
               select Finding.Violation(member, $"no health check probes {target}", target.Path);
    }
}
