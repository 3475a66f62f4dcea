using DrInfra.Policies.Aws;
using DrInfra.Policies.Aws.RegionSwitch;

namespace DrInfra.Policies.Rules.Detection;

public sealed class WaitingApprovalIsNotified : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        foreach (var plan in context.Estate.OfType(RegionSwitchTypes.Plan))
        {
            if (PlanStep.Configs(plan, "executionApprovalConfigs").Select(config => config.Step).FirstOrDefault() is not { } step)
            {
                continue;
            }

            switch (ApprovalNotices.ArePassedOn(context.Estate, plan))
            {
                case false when EstateScope.IsWhole(context.Estate):
                    yield return Finding.Violation(plan, $"nobody is notified that the step {step.Name} waits for an approval", step.Block.Path);
                    break;
                case false or null:
                    yield return Finding.Unknown(plan, step.Block.Path);
                    break;
            }
        }
    }
}
