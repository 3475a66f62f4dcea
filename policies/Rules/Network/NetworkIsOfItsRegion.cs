using DrInfra.Policies.Aws.Vpc;

namespace DrInfra.Policies.Rules.Network;

public sealed class NetworkIsOfItsRegion : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context) =>
        context.Estate.All.SelectMany(node => NetworkPlacement.Faults(context.Estate, node)).Select(Finding.Of);
}
