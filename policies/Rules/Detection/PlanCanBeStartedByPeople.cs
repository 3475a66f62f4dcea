using DrInfra.Policies.Aws.RegionSwitch;

namespace DrInfra.Policies.Rules.Detection;

public sealed class PlanCanBeStartedByPeople : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context) => context.Estate.OfType(RegionSwitchTypes.Plan)
        .Select(plan => PlanStarters.Of(context.Estate, plan)).OfType<Reason>().Select(Finding.Of);
}
