using DrInfra.Policies.Rules.Network;

namespace DrInfra.Tests.Policies.Rules.Network;

public class NatGatewayPerZoneTests
{
    private const string Route = "aws:ec2/route:Route";

    private static readonly NatGatewayPerZone Rule = new();

    [Fact]
    public void NatOfTheSameZone_IsCompliant() => Assert.Empty(Network("a").Violations(Rule));

    [Fact]
    public void NatOfAnotherZone_IsAViolation() =>
        Assert.Equal(["private-way: private in eu-west-1b uses the NAT gateway in eu-west-1a"], Network("b").Violations(Rule));

    [Fact]
    public void NatWithoutInternet_IsAViolation() => Assert.Equal(
        ["nat: it is in public, which has no route to an internet gateway"], Network("a", internet: false).Violations(Rule));

    [Fact]
    public void NatWithoutAddress_IsAViolation() => Assert.Equal(["nat: it has no Elastic IP address"], Network("a", address: "").Violations(Rule));

    [Fact]
    public void PublicLoadBalancerInAPrivateSubnet_IsAViolation() => Assert.Equal(
        ["app: it is internet-facing, but private has no route to an internet gateway"],
        Network("a").Add("aws:lb/loadBalancer:LoadBalancer", "app", """{ "subnets": ["s-private"] }""").Violations(Rule));

    private static TestGraph Network(string zone, bool internet = true, string address = "\"allocationId\": \"e-1\", ")
    {
        var graph = new TestGraph()
            .Add("aws:ec2/subnet:Subnet", "public", """{ "availabilityZone": "eu-west-1a" }""", id: "s-public")
            .Add("aws:ec2/subnet:Subnet", "private", $$"""{ "availabilityZone": "eu-west-1{{zone}}" }""", id: "s-private")
            .Add("aws:ec2/natGateway:NatGateway", "nat", $$"""{ {{address}}"subnetId": "s-public" }""", id: "nat-1")
            .Add("aws:ec2/routeTable:RouteTable", "public-table", id: "t-public")
            .Add("aws:ec2/routeTable:RouteTable", "private-table", id: "t-private")
            .Add("aws:ec2/routeTableAssociation:RouteTableAssociation", "one", """{ "subnetId": "s-public", "routeTableId": "t-public" }""")
            .Add("aws:ec2/routeTableAssociation:RouteTableAssociation", "other", """{ "subnetId": "s-private", "routeTableId": "t-private" }""")
            .Add(Route, "private-way", """{ "routeTableId": "t-private", "destinationCidrBlock": "0.0.0.0/0", "natGatewayId": "nat-1" }""");
        return internet
            ? graph.Add(Route, "public-way", """{ "routeTableId": "t-public", "destinationCidrBlock": "0.0.0.0/0", "gatewayId": "igw-1" }""")
            : graph;
    }
}
