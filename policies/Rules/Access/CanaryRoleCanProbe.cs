using DrInfra.Policies.Aws.Iam;
using DrInfra.Policies.Aws.Synthetics;

namespace DrInfra.Policies.Rules.Access;

public sealed class CanaryRoleCanProbe : RoleAccessRule
{
    private protected override IEnumerable<Reason> Lacks(Estate estate) =>
        Lacks(estate, SyntheticsTypes.Canary, (user, role) => CanaryNeeds.Of(estate, user, role));
}
