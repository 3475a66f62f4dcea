using DrInfra.Policies.Aws;
using DrInfra.Policies.Aws.Iam;
using DrInfra.Policies.Aws.RegionSwitch;

namespace DrInfra.Policies.Rules.Detection;

public sealed class PlanRoleIsThere : StackRule
{
    private const string Service = "arc-region-switch.amazonaws.com";

    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        foreach (var plan in context.Estate.OfType(RegionSwitchTypes.Plan))
        {
            var role = StatedName.Follow(context.Estate, plan, plan["executionRole"], [IamTypes.Role]);
            if ((role.IsAbsent ? Verdict.Violation("no role is set", role.Path) : ReferenceVerdict.Of(context.Estate, role, "the role")) is { } verdict)
            {
                yield return new Finding(plan, verdict);
            }

            if (role.Target is { } found && found["assumeRolePolicy"] is { IsAbsent: false, IsUnknown: false } trust
                && !PolicyDocument.Read(found, trust).Lets(Service, "sts:AssumeRole"))
            {
                yield return Finding.Violation(plan, $"the role {found.Name} does not trust {Service}", role.Path);
            }
        }
    }
}
