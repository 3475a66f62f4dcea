using DrInfra.Policies.Aws.Vpc;

namespace DrInfra.Policies.Rules.Network;

public sealed class NetworkIsOfItsRegion : StackRule
{
    protected override RuleDescriptor About => new(
        "Subnets, security groups, networks and zones that a resource names are of its own Region.",
        Why: "They exist per Region: a balancer, a group of servers or a subnet group that names one of another Region is not created, and the standby "
            + "has nothing to serve with.",
        Fix: "Declare the network with the provider of the resource's Region, and name that one.",
        Severity.Critical, "F1 H5");

    public override IEnumerable<Finding> Evaluate(RuleContext context) => context.Estate.All.SelectMany(node => NetworkPlacement.Faults(context.Estate, node)).Select(Finding.Of);
}
