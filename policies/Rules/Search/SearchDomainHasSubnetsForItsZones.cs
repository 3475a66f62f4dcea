using DrInfra.Policies.Aws.Ec2;
using DrInfra.Policies.Aws.Elasticsearch;
using DrInfra.Policies.Aws.OpenSearch;

namespace DrInfra.Policies.Rules.Search;

public sealed class SearchDomainHasSubnetsForItsZones : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        foreach (var node in context.Estate.OfTypes(OpenSearchTypes.Domain, ElasticsearchTypes.Domain)
            .Where(node => node["vpcOptions"].IsKnown && node["clusterConfig"]["zoneAwarenessEnabled"].Flag == true))
        {
            var wanted = node["clusterConfig"]["zoneAwarenessConfig"]["availabilityZoneCount"].Number ?? 2;
            var subnets = context.Estate.References.FollowAll(node, node["vpcOptions"]["subnetIds"], Ec2Types.Subnet);
            var zones = subnets.Select(subnet =>
                subnet.Target?["availabilityZone"].Text ?? subnet.Target?["availabilityZoneId"].Text ?? subnet.Target?.Urn ?? subnet.Text)
                .OfType<string>().Distinct(StringComparer.Ordinal).Count();
            if (zones < wanted)
            {
                yield return subnets.Any(subnet => subnet.IsUnknown) ? Finding.Unknown(node, "vpcOptions.subnetIds")
                    : Finding.Violation(node, $"its subnets are in {zones} {(zones == 1 ? "zone" : "zones")}, {wanted} needed", "vpcOptions.subnetIds");
            }
        }
    }
}
