using DrInfra.Policies.Aws.Ec2;

namespace DrInfra.Policies.Aws.Msk;

/// <summary>The zones of a cluster's brokers.</summary>
internal static class BrokerZones
{
    public static Prop Subnets(Node cluster) => cluster["brokerNodeGroupInfo"]["clientSubnets"];

    /// <summary>Null where that is not known. Subnets that exist already count as one zone each.</summary>
    public static int? Count(Estate estate, Node cluster)
    {
        var subnets = estate.References.FollowAll(cluster, Subnets(cluster), Ec2Types.Subnet);
        return subnets.Count == 0 || subnets.Any(subnet => subnet.IsUnknown) ? null
            : subnets.Select(subnet => ZoneOf(subnet.Target) ?? subnet.Text ?? subnet.Target?.Urn).Distinct(StringComparer.Ordinal).Count();
    }

    private static string? ZoneOf(Node? subnet) => subnet?["availabilityZone"].Text ?? subnet?["availabilityZoneId"].Text;
}
