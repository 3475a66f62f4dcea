using DrInfra.Policies.Aws.Lambda;

namespace DrInfra.Policies.Rules.Access;

public sealed class LambdaRoleCanUseWhatItNames : RoleAccessRule
{
    private protected override IEnumerable<Reason> Lacks(Estate estate) =>
        Lacks(estate, LambdaTypes.Function, (user, role) => LambdaRoleNeeds.Of(estate, user, role));
}
