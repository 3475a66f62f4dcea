using DrInfra.Policies.Aws.Iam;
using DrInfra.Policies.Aws.RegionSwitch;

namespace DrInfra.Policies.Rules.Detection;

public sealed class PlanApprovalCanBeGiven : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        foreach (var plan in context.Estate.OfType(RegionSwitchTypes.Plan))
        {
            foreach (var (step, config) in PlanStep.Configs(plan, "executionApprovalConfigs"))
            {
                var role = PlanReference.Follow(context.Estate, plan, config["approvalRole"], IamTypes.Role);
                if ((role.IsAbsent
                    ? Verdict.Violation($"the step {step.Name} names no role", role.Path)
                    : ReferenceVerdict.Of(context.Estate, role, "the role")) is { } verdict)
                {
                    yield return new Finding(plan, verdict);
                }

                if (plan["triggers"].Items.Count > 0)
                {
                    yield return Finding.Violation(plan, $"the plan has triggers, but the step {step.Name} waits for an approval", step.Block.Path);
                }
            }
        }
    }
}
