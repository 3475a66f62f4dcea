namespace DrInfra.Policies.Rules.Network;

public sealed class SubnetHasARouteTable : StackRule
{
    public override string Description => "Each subnet of a VPC that has route tables is given one of them.";

    public override string Why => "A subnet without one falls back to the main table, which leads nowhere: its servers cannot reach anything.";

    public override string Fix => "Associate the subnet with the route table of its tier.";

    public override Severity Severity => Severity.High;

    public override IReadOnlyList<string> Practices => ["F1"];

    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        var estate = context.Estate;
        foreach (var vpc in estate.OfType("aws:ec2/vpc:Vpc").Where(vpc => estate.UsersOf(vpc, "aws:ec2/routeTable:RouteTable", "vpcId").Count > 0))
        {
            foreach (var subnet in estate.UsersOf(vpc, "aws:ec2/subnet:Subnet", "vpcId"))
            {
                if (estate.UsersOf(subnet, "aws:ec2/routeTableAssociation:RouteTableAssociation", "subnetId").Count == 0)
                {
                    yield return Finding.Violation(subnet, "has no route table of its own");
                }
            }
        }

        foreach (var table in estate.OfType("aws:ec2/routeTable:RouteTable"))
        {
            if (estate.References.Follow(table, "vpcId", "aws:ec2/vpc:Vpc").Target is not null
                && estate.UsersOf(table, "aws:ec2/routeTableAssociation:RouteTableAssociation", "routeTableId").Count == 0
                && estate.UsersOf(table, "aws:ec2/mainRouteTableAssociation:MainRouteTableAssociation", "routeTableId").Count == 0)
            {
                yield return Finding.Violation(table, "is used by no subnet");
            }
        }
    }
}
