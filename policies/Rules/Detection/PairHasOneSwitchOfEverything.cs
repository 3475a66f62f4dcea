using DrInfra.Policies.Aws.RegionSwitch;

namespace DrInfra.Policies.Rules.Detection;

public sealed class PairHasOneSwitchOfEverything : StackRule
{
    protected override RuleDescriptor About => new(
        "Where a pair has several Region-switch plans, one plan runs all of them.",
        Why: "When the Region is lost, people have to start one plan, not to remember all of them under pressure.",
        Fix: "Declare a plan whose steps ARCRegionSwitchPlan name each of the others.",
        Severity.Medium, "F3 I1");

    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        foreach (var stack in context.Estate.Stacks.Where(stack => !stack.IsForeign))
        {
            var plans = context.Estate.OfType(RegionSwitchTypes.Plan).Where(plan => plan.Stack == stack).ToArray();
            var working = plans.Where(plan => !PlanStep.Configs(plan, "regionSwitchPlanConfigs").Any()).ToArray();
            var parents = plans.Except(working).ToArray();
            if (working.Length > 1 && !Array.Exists(parents, parent => PlanStep.Configs(parent, "regionSwitchPlanConfigs").Count() >= working.Length))
            {
                yield return new Finding(null, Verdict.Violation($"no plan runs all {working.Length} plans of {stack.Name}"), stack.Name);
            }
        }
    }
}
