using DrInfra.Policies.Aws.Iam;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Aws.Kms;

/// <summary>What a role may do with a key.</summary>
internal static class KeyAccess
{
    public static readonly string[] Types = [KmsTypes.Key, KmsTypes.ReplicaKey];

    /// <summary>The need to use a key in its Region, through a service where one is named.</summary>
    public static AccessNeed Need(Estate estate, Node key, string purpose, string? service, params string[] actions)
    {
        var region = key.Region ?? "";
        var aliases = estate.UsersOf(key, KmsTypes.Alias, "targetKeyId").Select(alias => alias["name"].Text).OfType<string>().ToArray();
        var keys = new List<(string, IReadOnlyList<string>)> { ("kms:GrantIsForAWSResource", ["true"]) };
        if (aliases.Length > 0)
        {
            keys.Add(("kms:ResourceAliases", aliases));
        }

        if (service is not null)
        {
            keys.Add(("kms:ViaService", [$"{service}.{region}.amazonaws.com"]));
        }

        var arn = key.Output("arn").Text ?? $"arn:aws:kms:{region}:{IamPattern.AnyAccount}:key/00000000-0000-0000-0000-000000000000";
        return new AccessNeed(purpose, actions, arn, AccessContext.Of(keys), Key: key);
    }

    /// <summary>Allowed, or undetermined, by the key's own policy; null where that does not name the role.</summary>
    public static Grant? Decide(Estate estate, Node key, Node role, string action, AccessContext context)
    {
        var policy = key["policy"];
        if (policy.IsUnknown)
        {
            return Grant.Undetermined;
        }

        var name = role["name"].Text ?? role.Resource.Id;
        var statements = IamDocument.Parse(policy)?.Statements ?? [];
        return name is not null && statements.Any(statement => statement.Allows && statement.Covers(action) && statement.IsMet(context) == true
            && statement.PrincipalsOf("AWS").Any(principal => principal.EndsWith($":role/{name}", StringComparison.Ordinal)))
            ? Grant.Allowed
            : null;
    }
}
