using DrInfra.Policies.Aws.Iam;

namespace DrInfra.Policies.Rules.Access;

public sealed class RoleHasReadablePolicies : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context) => RoleUse.All(context.Estate)
        .Select(use => use.Role.Target).OfType<Node>().Distinct().SelectMany(role => Judge(context.Estate, role));

    private static IEnumerable<Finding> Judge(Estate estate, Node role)
    {
        var grants = RoleGrants.Of(estate, role);
        foreach (var (node, property) in grants.Malformed)
        {
            yield return Finding.Violation(node, $"policy of role {role.Name} cannot be read", property);
        }

        if (grants.Policies == 0)
        {
            yield return Unresolved(estate) is { } unknown
                ? Finding.Unknown(unknown, "role")
                : Finding.Violation(role, "the role has no policy, so it has no permissions");
        }
        else if (grants.Unread.Count == 0 && !grants.Statements.Any(statement => statement.Allows))
        {
            yield return Finding.Violation(role, "the role's policies allow nothing");
        }
    }

    private static Node? Unresolved(Estate estate) => estate.OfTypes(IamTypes.RolePolicy, IamTypes.RolePolicyAttachment)
        .FirstOrDefault(policy => estate.References.Follow(policy, "role", IamTypes.Role).IsUnknown);
}
