using DrInfra.Policies.Aws;
using DrInfra.Policies.Aws.RegionSwitch;

namespace DrInfra.Policies.Rules.Detection;

public sealed class RegionSwitchPlansFitTheQuota : StackRule
{
    public override bool IsAboutPair => true;

    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        var most = context.Parameters["plansPerAccount"];
        return context.Estate.OfType(RegionSwitchTypes.Plan).GroupBy(Accounts.Of).Where(plans => plans.Count() > most)
            .Select(plans => Finding.Violation(plans.Last(), $"the stacks declare {plans.Count()} plans, the account has a quota of {most}"));
    }
}
