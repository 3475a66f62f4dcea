using DrInfra.Policies.Aws.Iam;

namespace DrInfra.Policies.Rules.Access;

public sealed class RoleIsNotAdministrator : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context) =>
        from role in RoleUse.All(context.Estate).Select(use => use.Role.Target).OfType<Graph.Node>().Distinct()
        where RoleGrants.Of(context.Estate, role).Statements.Any(IsEverything)
        select Finding.Violation(role, "the role is an administrator: it allows all actions on all resources");

    private static bool IsEverything(PolicyStatement statement) =>
        statement.Allows && statement.Conditions.Count == 0 && statement.Resources.Contains("*") && statement.Actions.Any(action => action is "*" or "*:*");
}
