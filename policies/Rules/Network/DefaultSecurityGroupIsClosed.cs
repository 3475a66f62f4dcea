using DrInfra.Policies.Aws.Ec2;

namespace DrInfra.Policies.Rules.Network;

public sealed class DefaultSecurityGroupIsClosed : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        var estate = context.Estate;
        foreach (var vpc in estate.OfType(Ec2Types.Vpc).Where(vpc => estate.UsersOf(vpc, Ec2Types.DefaultSecurityGroup, "vpcId").Count == 0))
        {
            yield return Finding.Violation(vpc, "its default security group has the default rules");
        }

        foreach (var group in estate.OfType(Ec2Types.DefaultSecurityGroup)
            .Where(group => group.Input("ingress").Items.Count + group.Input("egress").Items.Count > 0))
        {
            yield return Finding.Violation(group, "it has rules");
        }
    }
}
