using DrInfra.Policies.Aws.Kms;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Storage;

/// <summary>Who may use a key.</summary>
internal static class KeyAccess
{
    /// <summary>The policies of a key; none where it has the default one, which names the account alone.</summary>
    public static IReadOnlyList<AccessPolicy> PoliciesOf(Estate estate, Node key)
    {
        var beside = estate.UsersOf(key, KmsTypes.KeyPolicy, "keyId").Select(policy => AccessPolicy.Read(policy, policy["policy"]));
        return key.Input("policy").IsAbsent ? [.. beside] : [.. beside, AccessPolicy.Read(key, key.Input("policy"))];
    }
}
