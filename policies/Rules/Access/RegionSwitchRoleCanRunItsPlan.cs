using DrInfra.Policies.Aws.RegionSwitch;

namespace DrInfra.Policies.Rules.Access;

public sealed class RegionSwitchRoleCanRunItsPlan : RoleAccessRule
{
    private protected override IEnumerable<Reason> Lacks(Estate estate) =>
        Lacks(estate, RegionSwitchTypes.Plan, (user, role) => PlanRoleNeeds.Of(estate, user, role));
}
