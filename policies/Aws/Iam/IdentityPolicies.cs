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

    /// <summary>Whether one of them lets something take an action, and says so by naming the service: not as a part of all services.</summary>
    public static bool AnyNames(Estate estate, string action)
    {
        var service = action[..(action.IndexOf(':', StringComparison.Ordinal) + 1)];
        return Of(estate).SelectMany(policy => policy.Statements).Any(statement => statement.Allows && statement.Covers(action)
            && statement.Actions.Any(pattern => pattern.StartsWith(service, StringComparison.OrdinalIgnoreCase)));
    }
}
