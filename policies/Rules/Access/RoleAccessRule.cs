using DrInfra.Policies.Aws.Iam;

namespace DrInfra.Policies.Rules.Access;

/// <summary>A rule that compares what a role's policies grant with what the resources that work through it need.</summary>
public abstract class RoleAccessRule : StackRule
{
    public sealed override IEnumerable<Finding> Evaluate(RuleContext context) => Lacks(context.Estate).Distinct().Select(Finding.Of);

    /// <summary>What the roles may not do.</summary>
    private protected abstract IEnumerable<Reason> Lacks(Estate estate);

    /// <summary>What the roles of all resources of a type may not do; those that nobody knows are another rule's.</summary>
    private protected static IEnumerable<Reason> Lacks(Estate estate, string userType, Func<Node, Node, IEnumerable<AccessNeed>> needs) =>
        from use in RoleUse.Of(estate, userType)
        let role = use.Role.Target
        where role is not null
        from reason in RoleAccess.Lacks(estate, use.User, role, needs(use.User, role))
        select reason;
}
