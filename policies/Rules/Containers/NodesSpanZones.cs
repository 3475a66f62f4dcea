using DrInfra.Policies.Aws.Ec2;
using DrInfra.Policies.Aws.Eks;
using DrInfra.Policies.Kubernetes;

namespace DrInfra.Policies.Rules.Containers;

public sealed class NodesSpanZones : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context) => [.. Groups(context.Estate), .. Pools(context.Estate)];

    private static IEnumerable<Finding> Groups(Estate estate)
    {
        foreach (var group in estate.OfType(EksTypes.NodeGroup))
        {
            var subnets = estate.References.FollowAll(group, group["subnetIds"], Ec2Types.Subnet);
            var zones = subnets.Select(subnet =>
                subnet.Target?["availabilityZone"].Text ?? subnet.Target?["availabilityZoneId"].Text ?? subnet.Target?.Urn ?? subnet.Text)
                .OfType<string>().Distinct(StringComparer.Ordinal).Count();
            if (zones < 2)
            {
                yield return subnets.Any(subnet => subnet.IsUnknown)
                    ? Finding.Unknown(group, "subnetIds")
                    : Finding.Violation(group, "its nodes are in one zone, two needed", "subnetIds");
            }

            var sizes = group["scalingConfig"];
            if (sizes["maxSize"].Number is { } most && most <= (sizes["minSize"].Number ?? 0))
            {
                yield return Finding.Violation(group, $"maxSize and minSize are both {most}, so it cannot scale out", sizes["maxSize"].Path);
            }

            if (sizes["maxSize"].Number < sizes["desiredSize"].Number || sizes["desiredSize"].Number < sizes["minSize"].Number)
            {
                yield return Finding.Violation(
                    group, $"desiredSize is {sizes["desiredSize"]}, outside of {sizes["minSize"]} to {sizes["maxSize"]}", sizes["desiredSize"].Path);
            }
        }
    }

    // A pool that states no zones takes those of its node class.
    private static IEnumerable<Finding> Pools(Estate estate)
    {
        foreach (var pool in estate.OfTypes(NodePool.Types).Select(node => new NodePool(node)).Where(pool => !pool.Zones.IsAbsent))
        {
            string[] zones = [.. pool.Zones.Items.Select(zone => zone.Text).OfType<string>().Distinct(StringComparer.Ordinal)];
            var ofCluster = PodClusters.In(estate).Of(pool.Node) is { } cluster ? ClusterNetwork.Zones(estate, new EksCluster(cluster)) : [];
            string[] left = [.. ofCluster.Except(zones, StringComparer.Ordinal)];
            if (pool.Zones.IsUnknown || pool.Zones.Items.Any(zone => zone.IsUnknown))
            {
                yield return Finding.Unknown(pool.Node, pool.Zones.Path);
            }
            else if (zones.Length < 2)
            {
                yield return Finding.Violation(pool.Node, $"its nodes are in {zones.Length} zone, two needed", pool.Zones.Path);
            }
            else if (left.Length > 0)
            {
                yield return Finding.Violation(
                    pool.Node, $"it makes no nodes in {string.Join(", ", left)}, where its cluster has subnets", pool.Zones.Path);
            }
        }
    }
}
