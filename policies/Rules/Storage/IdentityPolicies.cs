using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Storage;

/// <summary>All policies of an estate that say what roles may do.</summary>
internal static class IdentityPolicies
{
    public static IEnumerable<AccessPolicy> Of(Estate estate)
    {
        var documents = estate.OfTypes("aws:iam/rolePolicy:RolePolicy", "aws:iam/policy:Policy").Select(policy => AccessPolicy.Read(policy, policy["policy"]));
        var inline =
            from role in estate.OfType(RolePolicies.RoleType)
            from policy in role.Input("inlinePolicies").Items
            select AccessPolicy.Read(role, policy["policy"]);
        return documents.Concat(inline);
    }
}
