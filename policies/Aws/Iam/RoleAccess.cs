using DrInfra.Policies.Aws.Kms;

namespace DrInfra.Policies.Aws.Iam;

/// <summary>What a resource needs to do through its role, held against what the role may do.</summary>
internal static class RoleAccess
{
    /// <summary>
    /// Why a resource cannot work through its role at all: nobody knows the role, or the service may not assume it; null where it can.
    /// </summary>
    public static Reason? Refused(Estate estate, RoleUse use)
    {
        if (use.Role.Target is not { } role)
        {
            // Made elsewhere, or not at all: nothing in the graph tells.
            return Reason.Unknown(use.User, use.Role.Path);
        }

        var trust = PolicyDocument.Read(role, role["assumeRolePolicy"]);
        if (trust.IsUnknown || trust.IsMalformed)
        {
            return trust.IsUnknown ? Reason.Unknown(role, "assumeRolePolicy") : new Reason("the role's trust policy cannot be read", role, "assumeRolePolicy");
        }

        var context = ContextOf(use, role);
        var statements = trust.Statements.Where(statement => statement.Covers("sts:AssumeRole") && use.Services.Any(service => Concerns(statement, service)))
            .ToArray();
        var allowed = statements.Where(statement => statement.Allows).Select(statement => statement.IsMet(context)).ToArray();
        return statements.Any(statement => !statement.Allows && statement.IsMet(context) == true) || !allowed.Any(met => met != false)
                ? new Reason($"{use.Services[0]} cannot assume the role for {use.User.Name}", role, "assumeRolePolicy")
            : !allowed.Contains(true) ? Reason.Unknown(role, "assumeRolePolicy")
            : null;
    }

    /// <summary>What of the needs the role may not do, or may perhaps not do.</summary>
    public static IEnumerable<Reason> Lacks(Estate estate, Node user, Node role, IEnumerable<AccessNeed> needs)
    {
        var granted = RoleGrants.Of(estate, role);
        return needs.Select(need => Lacks(estate, user, granted, need)).OfType<Reason>().Distinct();
    }

    private static Reason? Lacks(Estate estate, Node user, RoleGrants granted, AccessNeed need)
    {
        if (need.Arn is not { } arn)
        {
            return Reason.Unknown(user, need.Purpose);
        }

        var context = need.Context.With(("aws:SecureTransport", ["true"]));
        var decisions = need.Actions.Select(action => (Action: action, Grant: Decide(estate, granted, need, action, arn, context))).ToArray();
        if (need.Any && Array.Exists(decisions, decision => decision.Grant == Grant.Allowed))
        {
            return null;
        }

        string[] refused = [.. decisions.Where(decision => decision.Grant is Grant.Missing or Grant.Denied).Select(decision => decision.Action)];
        if (refused.Length > 0 && !(need.Any && refused.Length < decisions.Length))
        {
            return new Reason($"the role is not allowed {string.Join(need.Any ? " or " : ", ", refused)} on {arn}: {need.Purpose} of {user.Name}",
                granted.Role);
        }

        if (!Array.Exists(decisions, decision => decision.Grant == Grant.Undetermined))
        {
            return null;
        }

        var (node, property) = granted.Unread.Count > 0 ? granted.Unread[0] : (granted.Role, "policy");
        return Reason.Unknown(node, property);
    }

    private static Grant Decide(Estate estate, RoleGrants granted, AccessNeed need, string action, string arn, AccessContext context)
    {
        var identity = granted.Decide(action, arn, context);
        return need.Key is { } key ? KeyPolicies.Decide(estate, key, granted.Role, action, context, identity) : identity;
    }

    // Some services may also be named with their Region: states.eu-west-1.amazonaws.com.
    private static bool Concerns(PolicyStatement statement, string service) => statement.Concerns(PolicyPrincipal.Service(service))
        || statement.PrincipalsOf("Service")
            .Any(entry =>
                entry.Length > service.Length && Regions.InName(entry) is { } region && entry.Replace($".{region}.", ".", StringComparison.Ordinal) == service);

    private static AccessContext ContextOf(RoleUse use, Node role)
    {
        var keys = new List<(string, IReadOnlyList<string>)>();
        if (Accounts.Of(role) is { } account)
        {
            keys.Add(("aws:SourceAccount", [account]));
        }

        if ((use.Source ?? use.User.Output("arn").Text) is { } arn)
        {
            keys.Add(("aws:SourceArn", [arn]));
        }

        return AccessContext.Of(keys);
    }
}
