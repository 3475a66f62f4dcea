using DrInfra.Policies.Aws.Ec2;
using DrInfra.Policies.Aws.Msk;
using DrInfra.Policies.Kubernetes.Strimzi;

namespace DrInfra.Policies.Rules.Streams;

public sealed class KafkaSpansZones : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context) =>
        Clusters(context).Concat(StrimziCluster.AllIn(context.Estate).SelectMany(cluster => OfStrimzi(context, cluster)));

    // That brokers are only wished apart is a fault of the program: nothing else would tell.
    private static IEnumerable<Finding> OfStrimzi(RuleContext context, StrimziCluster cluster)
    {
        if (cluster.ZoneFault is { } fault)
        {
            yield return fault.SaysWhy ? Finding.Violation(cluster.Node, fault.Text, fault.Property) : Finding.Of(fault);
        }

        if (cluster.Brokers < context.Parameters["minimumZones"])
        {
            yield return Finding.Violation(cluster.Node, $"it has {cluster.Brokers} brokers for {context.Parameters["minimumZones"]} zones", "spec.kafka");
        }
    }

    private static IEnumerable<Finding> Clusters(RuleContext context)
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
