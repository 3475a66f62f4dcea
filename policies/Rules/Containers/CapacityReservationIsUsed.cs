using DrInfra.Policies.Aws.Eks;

namespace DrInfra.Policies.Rules.Containers;

public sealed class CapacityReservationIsUsed : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context) =>
        ReservedNodes.Unused(context.Estate).Concat(ReservedNodes.Undeclared(context.Estate)).Select(Finding.Of);
}
