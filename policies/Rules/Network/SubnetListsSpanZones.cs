using DrInfra.Policies.Aws.AutoScaling;
using DrInfra.Policies.Aws.DocDb;
using DrInfra.Policies.Aws.Ec2;
using DrInfra.Policies.Aws.Ecs;
using DrInfra.Policies.Aws.Eks;
using DrInfra.Policies.Aws.ElastiCache;
using DrInfra.Policies.Aws.Lambda;
using DrInfra.Policies.Aws.LoadBalancing;
using DrInfra.Policies.Aws.MemoryDb;
using DrInfra.Policies.Aws.Msk;
using DrInfra.Policies.Aws.Neptune;
using DrInfra.Policies.Aws.Rds;
using DrInfra.Policies.Aws.Redshift;

namespace DrInfra.Policies.Rules.Network;

public sealed class SubnetListsSpanZones : StackRule
{
    private static readonly (string Type, string[] Property)[] Lists =
    [
        (LoadBalancingTypes.LoadBalancer, ["subnets"]),
        (AutoScalingTypes.Group, ["vpcZoneIdentifiers"]),
        (Ec2Types.VpcEndpoint, ["subnetIds"]),
        (RdsTypes.SubnetGroup, ["subnetIds"]),
        (DocDbTypes.SubnetGroup, ["subnetIds"]),
        (NeptuneTypes.SubnetGroup, ["subnetIds"]),
        (ElastiCacheTypes.SubnetGroup, ["subnetIds"]),
        (MemoryDbTypes.SubnetGroup, ["subnetIds"]),
        (RedshiftTypes.SubnetGroup, ["subnetIds"]),
        (LambdaTypes.Function, ["vpcConfig", "subnetIds"]),
        (MskTypes.Cluster, ["brokerNodeGroupInfo", "clientSubnets"]),
        (EksTypes.Cluster, ["vpcConfig", "subnetIds"]),
        (EksTypes.NodeGroup, ["subnetIds"]),
        (EcsTypes.Service, ["networkConfiguration", "subnets"]),
    ];

    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        foreach (var (type, parts) in Lists)
        {
            foreach (var node in context.Estate.OfType(type))
            {
                var list = parts.Skip(1).Aggregate(node.Input(parts[0]), (property, part) => property[part]);
                if (!list.IsAbsent && Judge(context.Estate, node, list, context.Parameters["minimumZones"]) is { } finding)
                {
                    yield return finding;
                }
            }
        }
    }

    private static Finding? Judge(Estate estate, Node node, Prop list, double needed)
    {
        var subnets = estate.References.FollowAll(node, list, Ec2Types.Subnet);
        var zones = subnets.Select(subnet => subnet.Target is { } found ? ZoneOf(found) : null).ToArray();
        var known = zones.OfType<string>().Distinct(StringComparer.Ordinal).Count();
        if (known >= needed || subnets.Any(subnet => subnet.Kind == ReferenceKind.Outside && zones.Length >= needed))
        {
            return null;
        }

        // A subnet is in one zone, so fewer subnets than zones are too few whatever they are.
        var unknown = zones.Length >= needed && zones.Contains(null) || subnets.Any(subnet => subnet.IsUnknown);
        return unknown
            ? Finding.Unknown(node, list.Path)
            : Finding.Violation(node, $"{list.Path} is in {(known == 1 ? "one zone" : $"{known} zones")}, {needed} needed", list.Path);
    }

    private static string? ZoneOf(Node subnet) => subnet["availabilityZone"].Text ?? subnet["availabilityZoneId"].Text;
}
