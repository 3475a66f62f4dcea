using DrInfra.Policies.Aws.Iam;

namespace DrInfra.Policies.Aws.Kms;

/// <summary>What a role must be able to do with a key.</summary>
internal static class KeyNeeds
{
    /// <summary>The need to use a key in its Region, through a service where one is named.</summary>
    public static AccessNeed Of(Estate estate, Node key, string purpose, string? service, params string[] actions)
    {
        var region = key.Region ?? "";
        var keys = new List<(string, IReadOnlyList<string>)> { ("kms:GrantIsForAWSResource", ["true"]) };
        string[] aliases = [.. Keys.AliasesOf(estate, key)];
        if (aliases.Length > 0)
        {
            keys.Add(("kms:ResourceAliases", aliases));
        }

        if (service is not null)
        {
            keys.Add(("kms:ViaService", [$"{service}.{region}.amazonaws.com"]));
        }

        var arn = key.Output("arn").Text ?? $"arn:aws:kms:{region}:{Accounts.Of(key) ?? IamPattern.AnyAccount}:key/{IamPattern.AnyId}";
        return new AccessNeed(purpose, actions, arn, AccessContext.Of(keys), Key: key);
    }
}
