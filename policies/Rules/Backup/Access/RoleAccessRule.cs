using DrInfra.Policies.Aws.Iam;
using DrInfra.Policies.Aws.Kms;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Backup.Access;

/// <summary>A rule that compares what a role's policies grant with what the resources that work through it need.</summary>
public abstract class RoleAccessRule : StackRule
{
    public sealed override string Why => "A permission that is missing is found out when the job runs: the backup, the replica or the failover does not happen.";

    public sealed override string Fix => "Allow the actions on the resources named, without a condition that the request does not meet, and without a Deny.";

    public sealed override Severity Severity => Severity.High;

    /// <summary>The type of resource that works through the role.</summary>
    private protected abstract string UserType { get; }

    private protected abstract IEnumerable<AccessNeed> Needs(Estate estate, Node user, Node role);

    public sealed override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        var grants = new Dictionary<Node, RoleGrants>();
        foreach (var use in RoleUse.Of(context.Estate, UserType).Where(use => use.Role.Target is not null))
        {
            var role = use.Role.Target!;
            if (!grants.TryGetValue(role, out var granted))
            {
                grants.Add(role, granted = RoleGrants.Of(context.Estate, role));
            }

            foreach (var finding in Needs(context.Estate, use.User, role).SelectMany(need => Judge(context.Estate, granted, use.User, need)).Distinct())
            {
                yield return finding;
            }
        }
    }

    private static IEnumerable<Finding> Judge(Estate estate, RoleGrants granted, Node user, AccessNeed need)
    {
        if (need.Arn is not { } arn)
        {
            return [Finding.Unknown(user, need.Purpose)];
        }

        var context = need.Context.With(("aws:SecureTransport", ["true"]));
        var decisions = need.Actions.Select(action => (Action: action, Grant: Decide(estate, granted, need, action, arn, context))).ToArray();
        if (need.Any && Array.Exists(decisions, decision => decision.Grant == Grant.Allowed))
        {
            return [];
        }

        string[] refused = [.. decisions.Where(decision => decision.Grant is Grant.Missing or Grant.Denied).Select(decision => decision.Action)];
        if (refused.Length > 0 && !(need.Any && refused.Length < decisions.Length))
        {
            return [Finding.Violation(granted.Role, $"role may not {string.Join(need.Any ? " or " : ", ", refused)} on {arn}: {need.Purpose} of {user.Name}")];
        }

        if (!Array.Exists(decisions, decision => decision.Grant == Grant.Undetermined))
        {
            return [];
        }

        var (node, property) = granted.Unread.Count > 0 ? granted.Unread[0] : (granted.Role, "policy");
        return [Finding.Unknown(node, property)];
    }

    private static Grant Decide(Estate estate, RoleGrants granted, AccessNeed need, string action, string arn, AccessContext context)
    {
        var grant = granted.Decide(action, arn, context);
        return grant is Grant.Missing or Grant.Undetermined && need.Key is { } key ? KeyAccess.Decide(estate, key, granted.Role, action, context) ?? grant : grant;
    }
}
