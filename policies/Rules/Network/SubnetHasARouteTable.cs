using DrInfra.Policies.Aws.Ec2;

namespace DrInfra.Policies.Rules.Network;

public sealed class SubnetHasARouteTable : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        var estate = context.Estate;
        foreach (var vpc in estate.OfType(Ec2Types.Vpc).Where(vpc => estate.UsersOf(vpc, Ec2Types.RouteTable, "vpcId").Count > 0))
        {
            foreach (var subnet in estate.UsersOf(vpc, Ec2Types.Subnet, "vpcId"))
            {
                if (estate.UsersOf(subnet, Ec2Types.RouteTableAssociation, "subnetId").Count == 0)
                {
                    yield return Finding.Violation(subnet, "it is associated with no route table");
                }
            }
        }

        foreach (var table in estate.OfType(Ec2Types.RouteTable))
        {
            if (estate.References.Follow(table, "vpcId", Ec2Types.Vpc).Target is not null
                && estate.UsersOf(table, Ec2Types.RouteTableAssociation, "routeTableId").Count == 0
                && estate.UsersOf(table, Ec2Types.MainRouteTableAssociation, "routeTableId").Count == 0)
            {
                yield return Finding.Violation(table, "no subnet is associated with it");
            }
        }
    }
}
