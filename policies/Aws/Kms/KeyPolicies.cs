using System.Collections.Concurrent;
using DrInfra.Policies.Aws.Iam;

namespace DrInfra.Policies.Aws.Kms;

/// <summary>Who may use a key: its policy, and the IAM policies of an account that it lets decide.</summary>
internal static class KeyPolicies
{
    /// <summary>The policies of a key; none where it has the default one, which lets the account's IAM policies decide.</summary>
    public static IReadOnlyList<PolicyDocument> Of(Estate estate, Node key) => estate.Once(static _ => new Known()).Of(estate, key);

    private static IReadOnlyList<PolicyDocument> Read(Estate estate, Node key)
    {
        var beside = estate.UsersOf(key, KmsTypes.KeyPolicy, "keyId").Select(policy => PolicyDocument.Read(policy, policy["policy"]));
        return key.Input("policy").IsAbsent ? [.. beside] : [.. beside, PolicyDocument.Read(key, key.Input("policy"))];
    }

    /// <summary>Why a service may not use a key by itself, on nobody's behalf; null where it may.</summary>
    /// <param name="service">Such as <c>cloudwatch.amazonaws.com</c>.</param>
    public static Reason? Refuses(Estate estate, Node key, string service, params string[] actions)
    {
        var policies = Of(estate, key);
        return policies.Count == 0 ? new Reason($"the key {key.Name} has the default policy, which does not allow {service}", key)
            : policies.FirstOrDefault(policy => policy.IsUnknown) is { } unknown ? Reason.Unknown(unknown.Owner, "policy")
            : actions.All(action => policies.Any(policy => policy.Lets(service, action))) ? null
            : new Reason($"the policy of the key {key.Name} does not allow {service}", key);
    }

    /// <summary>
    /// Whether a role may do something with a key. The key's policy decides: it names the role, or lets the account's IAM policies
    /// decide (the default does), or refuses. Source: the AWS KMS guide, "Key policies in AWS KMS".
    /// </summary>
    /// <param name="identity">What the role's own policies say.</param>
    public static Grant Decide(Estate estate, Node key, Node role, string action, AccessContext context, Grant identity)
    {
        if (identity == Grant.Denied || IsGranted(estate, key, role, action))
        {
            return identity == Grant.Denied ? Grant.Denied : Grant.Allowed;
        }

        var who = PolicyPrincipal.Of(role);
        var account = who.Account;
        var policies = Of(estate, key);
        var isForeign = Accounts.Of(key) is { } owner && account != IamPattern.AnyAccount && owner != account;
        if (policies.Count == 0)
        {
            // The default policy knows the key's own account alone.
            return isForeign ? Grant.Missing : identity;
        }

        var caller = context.With(
            ("kms:CallerAccount", [account]), ("aws:PrincipalAccount", [account]), ("aws:PrincipalArn", [$"arn:aws:iam::{account}:role/{who.Name}"]));
        var (allowed, delegated, unsure) = (false, false, policies.Any(policy => policy.IsUnknown));
        foreach (var statement in policies.SelectMany(policy => policy.Statements).Where(statement => statement.Covers(action) && statement.Concerns(who)))
        {
            var met = statement.IsMet(caller);
            if (!statement.Allows)
            {
                if (met == true)
                {
                    return Grant.Denied;
                }

                unsure |= met is null;
            }
            else if (met is null)
            {
                unsure = true;
            }
            else if (met == true)
            {
                // An account as principal lets its IAM policies decide; everybody, and a role by name, need nothing else within the account.
                var onlyAccount = isForeign || (!statement.IsForEverybody && statement.IsForAccount && !NamesRole(statement, who));
                allowed |= !onlyAccount;
                delegated |= onlyAccount;
            }
        }

        return allowed ? unsure ? Grant.Undetermined : Grant.Allowed
            : delegated ? unsure && identity == Grant.Allowed ? Grant.Undetermined : identity
            : unsure ? Grant.Undetermined
            : Grant.Missing;
    }

    private static bool NamesRole(PolicyStatement statement, PolicyPrincipal who) =>
        statement.PrincipalsOf("AWS").Any(entry => Arn.TryParse(entry, out var arn) && arn.Resource != "root" && who.Is(entry));

    private static bool IsGranted(Estate estate, Node key, Node role, string action) => estate.UsersOf(key, KmsTypes.Grant, "keyId").Any(grant =>
        estate.References.Follow(grant, "granteePrincipal", IamTypes.Role).Target == role
        && PolicyDocument.Texts(grant["operations"]).Contains(action["kms:".Length..], StringComparer.Ordinal));

    private sealed class Known
    {
        private readonly ConcurrentDictionary<Node, IReadOnlyList<PolicyDocument>> _byKey = new();

        public IReadOnlyList<PolicyDocument> Of(Estate estate, Node key) => _byKey.GetOrAdd(key, static (key, estate) => Read(estate, key), estate);
    }
}
