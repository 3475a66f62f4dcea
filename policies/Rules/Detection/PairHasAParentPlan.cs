using DrInfra.Policies.Aws.RegionSwitch;

namespace DrInfra.Policies.Rules.Detection;

public sealed class PairHasAParentPlan : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        foreach (var stack in context.Estate.Stacks.Where(stack => !stack.IsForeign))
        {
            var plans = context.Estate.OfType(RegionSwitchTypes.Plan).Where(plan => plan.Stack == stack).ToArray();
            var working = plans.Where(plan => !PlanStep.Configs(plan, "regionSwitchPlanConfigs").Any()).ToArray();
            var parents = plans.Except(working).ToArray();
            if (working.Length > 1 && !Array.Exists(parents, parent => PlanStep.Configs(parent, "regionSwitchPlanConfigs").Count() >= working.Length))
            {
                yield return new Finding(null, Verdict.Violation($"no parent plan runs all {working.Length} plans of {stack.Name}"), stack.Name);
            }
        }
    }
}
