using DrInfra.Policies.Aws;
using DrInfra.Policies.Aws.Route53;

namespace DrInfra.Policies.Rules.Detection;

public sealed class FailoverPairEndsInTwoRegions : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        var estate = context.Estate;
        foreach (var pair in FailoverPair.Of(estate))
        {
            foreach (var member in pair.Members.Where(member => member["type"].Text == "CNAME"))
            {
                foreach (var target in member["records"].Items.Where(target => target.Text is { } host && IsOwn(pair, host) && !IsDeclared(estate, pair, host)))
                {
                    yield return EstateScope.IsWhole(estate)
                        ? Finding.Violation(member, $"there is no record {target} in the zone of {pair.Name}", target.Path)
                        : Finding.Unknown(member, target.Path);
                }
            }

            string?[] regions = [.. pair.Primaries.Concat(pair.Secondaries).Select(member => ServedRegion.Of(estate, member))];
            if (regions.Length > 1 && !regions.Contains(null) && regions.Distinct(StringComparer.Ordinal).Count() == 1)
            {
                yield return Finding.Violation(pair.Members[0], $"all records of {pair.Name} lead to {regions[0]}", "records");
            }
        }
    }

    // Names of the same domain are this program's; a host elsewhere, such as a load balancer's own, is not in a zone of ours.
    private static bool IsOwn(FailoverPair pair, string host)
    {
        var at = pair.Name.IndexOf('.', StringComparison.Ordinal);
        return at > 0 && DnsName.Normal(host).EndsWith(pair.Name[at..], StringComparison.Ordinal);
    }

    private static bool IsDeclared(Estate estate, FailoverPair pair, string host) =>
        DnsName.Records(estate, host).Any(record => record["zoneId"].Text is not { } zone || zone == pair.Zone || pair.Zone.Length == 0);
}
