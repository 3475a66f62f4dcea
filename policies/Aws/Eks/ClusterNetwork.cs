using DrInfra.Policies.Aws.Ec2;

namespace DrInfra.Policies.Aws.Eks;

/// <summary>The network that a cluster is in: that of its subnets.</summary>
internal static class ClusterNetwork
{
    /// <summary>The zones of its subnets, as far as they are known.</summary>
    public static IReadOnlyList<string> Zones(Estate estate, EksCluster cluster) =>
    [
        .. estate.References.FollowAll(cluster.Node, cluster.Subnets, Ec2Types.Subnet).Select(subnet => subnet.Target?["availabilityZone"].Text)
            .OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
    ];

    /// <summary>Why something that names a network is in another one than the cluster; null where it is in the same, or nobody can tell.</summary>
    public static Reason? Differs(Estate estate, EksCluster cluster, Node node)
    {
        var own = estate.References.Follow(node, "vpcId", Ec2Types.Vpc).Target;
        var networks = estate.References.FollowAll(cluster.Node, cluster.Subnets, Ec2Types.Subnet).Select(subnet => subnet.Target).OfType<Node>()
            .Select(subnet => estate.References.Follow(subnet, "vpcId", Ec2Types.Vpc).Target).OfType<Node>().Distinct().ToArray();
        return own is null || networks.Length == 0 || networks.Contains(own) ? null
            : new Reason($"{node.Name} is in network {own.Name}, cluster {cluster.Name} in {networks[0].Name}", node, "vpcId");
    }
}
