using DrInfra.Policies.Reading;

namespace DrInfra.Policies.Rules.Storage;

/// <summary>The services that use a key on their own behalf, so that only the key's policy can let them.</summary>
internal static class KeyServices
{
    /// <summary>The keys of log groups, with the principals of the service, by URN. Topics have a rule of their own.</summary>
    public static IEnumerable<(Node Key, IReadOnlyList<string> Services)> Of(Estate estate) => estate.OfType("aws:cloudwatch/logGroup:LogGroup")
        .Where(group => !group["kmsKeyId"].IsAbsent)
        .Select(group => (Key: Keys.Follow(estate, group, group["kmsKeyId"]).Target, Service: $"logs.{group.Region}.amazonaws.com"))
        .Where(use => use.Key is not null)
        .GroupBy(use => use.Key!, use => use.Service)
        .OrderBy(uses => uses.Key.Urn, StringComparer.Ordinal)
        .Select(uses => (uses.Key, (IReadOnlyList<string>)[.. uses.Distinct().Order(StringComparer.Ordinal)]));

    /// <summary>The policies of a key; none where it has the default one, which names no service.</summary>
    public static IReadOnlyList<AccessPolicy> PoliciesOf(Estate estate, Node key)
    {
        var beside = estate.UsersOf(key, "aws:kms/keyPolicy:KeyPolicy", "keyId").Select(policy => AccessPolicy.Read(policy, policy["policy"]));
        return key.Input("policy").IsAbsent ? [.. beside] : [.. beside, AccessPolicy.Read(key, key.Input("policy"))];
    }
}
