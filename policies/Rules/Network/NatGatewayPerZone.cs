using DrInfra.Policies.Aws.Ec2;
using DrInfra.Policies.Aws.LoadBalancing;
using DrInfra.Policies.Aws.Vpc;

namespace DrInfra.Policies.Rules.Network;

public sealed class NatGatewayPerZone : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        var estate = context.Estate;
        var tables = new RouteTables(estate);
        return estate.OfType(Ec2Types.RouteTable).SelectMany(table => Detours(estate, tables, table))
            .Concat(estate.OfType(Ec2Types.NatGateway).SelectMany(nat => Closed(estate, tables, nat)))
            .Concat(estate.OfType(LoadBalancingTypes.LoadBalancer).SelectMany(balancer => Hidden(estate, tables, balancer)))
            .Concat(Malformed(estate));
    }

    private static IEnumerable<Finding> Detours(Estate estate, RouteTables tables, Node table)
    {
        foreach (var route in tables.DefaultsOf(table))
        {
            var home = route.Nat.Target is { } nat ? estate.References.Follow(nat, "subnetId", Ec2Types.Subnet).Target?["availabilityZone"].Text : null;
            var away = tables.SubnetsOf(table).Where(subnet => subnet["availabilityZone"].Text is { } zone && zone != home).ToArray();
            if (home is not null && away.Length > 0)
            {
                yield return Finding.Violation(route.Node, $"{away[0].Name} in {away[0]["availabilityZone"]} uses the NAT gateway in {home}");
            }
        }
    }

    private static IEnumerable<Finding> Closed(Estate estate, RouteTables tables, Node nat)
    {
        // Public where it is not stated (the service's default).
        if (nat["connectivityType"].Text is not (null or "public"))
        {
            yield break;
        }

        // One that AWS spreads over the zones by itself brings its addresses along.
        if (nat["allocationId"].IsAbsent && nat["availabilityMode"].Text is (null or "zonal"))
        {
            yield return Finding.Violation(nat, "it has no Elastic IP address", "allocationId");
        }

        if (estate.References.Follow(nat, "subnetId", Ec2Types.Subnet).Target is { } subnet && tables.TableOf(subnet) is { } table
            && !tables.DefaultsOf(table).Any(route => !route.Internet.IsAbsent))
        {
            yield return Finding.Violation(nat, $"it is in {subnet.Name}, which has no route to an internet gateway");
        }
    }

    private static IEnumerable<Finding> Hidden(Estate estate, RouteTables tables, Node balancer)
    {
        if (balancer["internal"].Flag == true)
        {
            yield break;
        }

        foreach (var reference in estate.References.FollowAll(balancer, balancer["subnets"], Ec2Types.Subnet))
        {
            if (reference.Target is { } subnet && tables.TableOf(subnet) is { } table && !tables.DefaultsOf(table).Any(route => !route.Internet.IsAbsent))
            {
                yield return Finding.Violation(balancer, $"it is internet-facing, but {subnet.Name} has no route to an internet gateway", "subnets");
            }
        }
    }

    private static IEnumerable<Finding> Malformed(Estate estate) => estate.OfType(Ec2Types.Route)
        .Where(route => route["destinationCidrBlock"].Text is { } range && AddressRanges.Parse(range) is null)
        .Select(route => Finding.Violation(route, $"{route["destinationCidrBlock"]} is not a CIDR range", "destinationCidrBlock"));
}
