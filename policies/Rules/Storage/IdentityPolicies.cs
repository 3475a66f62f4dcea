using DrInfra.Policies.Aws.Iam;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Storage;

/// <summary>All policies of an estate that say what roles may do.</summary>
internal static class IdentityPolicies
{
    public static IEnumerable<AccessPolicy> Of(Estate estate)
    {
        var documents = estate.OfTypes(IamTypes.RolePolicy, IamTypes.Policy).Select(policy => AccessPolicy.Read(policy, policy["policy"]));
        var inline =
            from role in estate.OfType(IamTypes.Role)
            from policy in role.Input("inlinePolicies").Items
            select AccessPolicy.Read(role, policy["policy"]);
        return documents.Concat(inline);
    }
}
