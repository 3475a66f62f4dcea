namespace DrInfra.Policies.Aws.Iam;

/// <summary>All policies of an estate that say what roles may do.</summary>
internal static class IdentityPolicies
{
    public static IEnumerable<PolicyDocument> Of(Estate estate)
    {
        var documents = estate.OfTypes(IamTypes.RolePolicy, IamTypes.Policy).Select(policy => PolicyDocument.Read(policy, policy["policy"]));
        var inline =
            from role in estate.OfType(IamTypes.Role)
            from policy in role.Input("inlinePolicies").Items
            select PolicyDocument.Read(role, policy["policy"]);
        return documents.Concat(inline);
    }
}
