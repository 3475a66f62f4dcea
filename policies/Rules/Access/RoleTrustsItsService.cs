using DrInfra.Policies.Aws.Iam;

namespace DrInfra.Policies.Rules.Access;

public sealed class RoleTrustsItsService : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context) =>
        RoleUse.All(context.Estate).Select(use => RoleAccess.Refused(context.Estate, use)).OfType<Reason>().Select(Finding.Of);
}
