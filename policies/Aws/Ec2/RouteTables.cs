namespace DrInfra.Policies.Aws.Ec2;

/// <summary>Where subnets send what is not for their own network: routes of their tables, stated inside the table or beside it.</summary>
internal sealed class RouteTables(Estate estate)
{
    /// <summary>The default routes of a table.</summary>
    public IEnumerable<DefaultRoute> DefaultsOf(Node table) => table["routes"].Items
        .Where(route => route["cidrBlock"].Text == "0.0.0.0/0")
        .Select(route =>
            new DefaultRoute(table, Follow(table, route["natGatewayId"], Ec2Types.NatGateway), Follow(table, route["gatewayId"], Ec2Types.InternetGateway)))
        .Concat(estate.UsersOf(table, Ec2Types.Route, "routeTableId")
            .Where(route => route["destinationCidrBlock"].Text == "0.0.0.0/0")
            .Select(route =>
                new DefaultRoute(
                    route, Follow(route, route["natGatewayId"], Ec2Types.NatGateway), Follow(route, route["gatewayId"], Ec2Types.InternetGateway))));

    /// <summary>The subnets that a table serves.</summary>
    public IEnumerable<Node> SubnetsOf(Node table) => estate.UsersOf(table, Ec2Types.RouteTableAssociation, "routeTableId")
        .Select(association => estate.References.Follow(association, "subnetId", Ec2Types.Subnet).Target)
        .OfType<Node>();

    /// <summary>The table of a subnet; null where it has none of its own, or it is not known.</summary>
    public Node? TableOf(Node subnet) => estate.UsersOf(subnet, Ec2Types.RouteTableAssociation, "subnetId")
        .Select(association => estate.References.Follow(association, "routeTableId", Ec2Types.RouteTable).Target)
        .OfType<Node>()
        .FirstOrDefault();

    private Reference Follow(Node from, Prop property, string type) => estate.References.Follow(from, property, type);
}

/// <summary>A route for everything.</summary>
/// <param name="Node">The resource that states it.</param>
internal sealed record DefaultRoute(Node Node, Reference Nat, Reference Internet);
