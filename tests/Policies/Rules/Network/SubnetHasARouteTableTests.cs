using DrInfra.Policies.Rules.Network;

namespace DrInfra.Tests.Policies.Rules.Network;

public class SubnetHasARouteTableTests
{
    private static readonly SubnetHasARouteTable Rule = new();

    [Fact]
    public void Associated_IsCompliant() => Assert.Empty(Subnet().Add("aws:ec2/routeTableAssociation:RouteTableAssociation", "association",
        """{ "subnetId": "?", "routeTableId": "?" }""",
        dependencies: [("subnetId", "aws:ec2/subnet:Subnet", "subnet"), ("routeTableId", "aws:ec2/routeTable:RouteTable", "table")]).Violations(Rule));

    [Fact]
    public void NotAssociated_IsAViolation() =>
        Assert.Equal(["subnet: it is associated with no route table", "table: no subnet is associated with it"], Subnet().Violations(Rule).Order());

    [Fact]
    public void VpcWithoutTables_IsNotJudged() => Assert.Empty(new TestGraph()
        .Add("aws:ec2/vpc:Vpc", "vpc", id: "vpc-1").Add("aws:ec2/subnet:Subnet", "subnet", """{ "vpcId": "vpc-1" }""").Violations(Rule));

    private static TestGraph Subnet() => new TestGraph()
        .Add("aws:ec2/vpc:Vpc", "vpc", id: "vpc-1")
        .Add("aws:ec2/routeTable:RouteTable", "table", """{ "vpcId": "vpc-1" }""")
        .Add("aws:ec2/subnet:Subnet", "subnet", """{ "vpcId": "vpc-1" }""");
}
