using DrInfra.Policies.Aws.Kms;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Storage;

/// <summary>Encryption keys, and how properties of other resources name them.</summary>
internal static class Keys
{
    public static readonly IReadOnlyList<string> Types = [KmsTypes.Key, KmsTypes.ReplicaKey, KmsTypes.ExternalKey, KmsTypes.ReplicaExternalKey];

    private static readonly string[] KeysAndAliases = [.. Types, KmsTypes.Alias];

    /// <summary>The key that a property means, by ARN, id or alias.</summary>
    public static Reference Follow(Estate estate, Node from, Prop property)
    {
        var reference = estate.References.Follow(from, property, KeysAndAliases);
        return reference.Target is { Type: KmsTypes.Alias } alias && estate.References.Follow(alias, "targetKeyId", Types).Target is { } key
            ? reference with { Target = key }
            : reference;
    }

    /// <summary>The names of a key, <c>alias/orders</c>; those that are not known yet are left out.</summary>
    public static IEnumerable<string> AliasesOf(Estate estate, Node key) =>
        estate.UsersOf(key, KmsTypes.Alias, "targetKeyId").Where(alias => alias.Region == key.Region).Select(alias => alias["name"].Text).OfType<string>();
}
