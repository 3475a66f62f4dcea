using DrInfra.Policies.Aws.RegionSwitch;

namespace DrInfra.Policies.Rules.Detection;

public sealed class PlanRunsPlansThatExist : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        foreach (var plan in context.Estate.OfType(RegionSwitchTypes.Plan))
        {
            foreach (var (step, config) in PlanStep.Configs(plan, "regionSwitchPlanConfigs"))
            {
                var child = PlanReference.Follow(context.Estate, plan, config["arn"], RegionSwitchTypes.Plan);
                if (child.IsUnknown && ReferenceResolver.Declared(plan, "workflows", RegionSwitchTypes.Plan).Count > 0)
                {
                    continue;
                }

                if ((child.IsAbsent
                    ? Verdict.Violation($"the step {step.Name} names no plan", child.Path)
                    : ReferenceVerdict.Of(context.Estate, child, "the plan")) is { } verdict)
                {
                    yield return new Finding(plan, verdict);
                }

                if (child.Target is { } found && (found == plan || PlanStep.Configs(found, "regionSwitchPlanConfigs").Any()))
                {
                    yield return Finding.Violation(plan, $"the plan {found.Name} has child plans itself", child.Path);
                }
            }
        }
    }
}
