using DrInfra.Policies.Aws.Ec2;
using DrInfra.Policies.Aws.Msk;

namespace DrInfra.Policies.Rules.Streams;

public sealed class KafkaSpansZones : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        foreach (var cluster in context.Estate.OfTypes(MskTypes.Cluster, MskTypes.ServerlessCluster))
        {
            var lists = cluster.Type == MskTypes.Cluster
                ? [cluster["brokerNodeGroupInfo"]["clientSubnets"]]
                : cluster["vpcConfigs"].Items.Select(vpc => vpc["subnetIds"]).ToArray();
            foreach (var list in lists)
            {
                var subnets = context.Estate.References.FollowAll(cluster, list, Ec2Types.Subnet);
                var zones = subnets.Select(subnet =>
                    subnet.Target?["availabilityZone"].Text ?? subnet.Target?["availabilityZoneId"].Text ?? subnet.Target?.Urn ?? subnet.Text)
                    .OfType<string>().Distinct(StringComparer.Ordinal).Count();
                var wanted = context.Parameters["minimumZones"];
                if (zones < wanted)
                {
                    yield return subnets.Any(subnet => subnet.IsUnknown) ? Finding.Unknown(cluster, list.Path)
                        : Finding.Violation(cluster, $"its brokers are in {zones} {(zones == 1 ? "zone" : "zones")}, {wanted} needed", list.Path);
                }
                else if (cluster["numberOfBrokerNodes"].Number is { } brokers && brokers % subnets.Count != 0)
                {
                    yield return Finding.Violation(cluster, $"{brokers} brokers do not spread evenly over {subnets.Count} subnets", "numberOfBrokerNodes");
                }
            }
        }
    }
}
