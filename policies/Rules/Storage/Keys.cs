using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Storage;

/// <summary>Encryption keys, and how properties of other resources name them.</summary>
internal static class Keys
{
    public const string AliasType = "aws:kms/alias:Alias";
    public const string KeyType = "aws:kms/key:Key";
    public const string ReplicaType = "aws:kms/replicaKey:ReplicaKey";

    public static readonly IReadOnlyList<string> Types = [KeyType, ReplicaType, "aws:kms/externalKey:ExternalKey", "aws:kms/replicaExternalKey:ReplicaExternalKey"];

    private static readonly string[] KeysAndAliases = [.. Types, AliasType];

    /// <summary>The key that a property means, by ARN, id or alias.</summary>
    public static Reference Follow(Estate estate, Node from, Prop property)
    {
        var reference = estate.References.Follow(from, property, KeysAndAliases);
        return reference.Target is { Type: AliasType } alias && estate.References.Follow(alias, "targetKeyId", Types).Target is { } key
            ? reference with { Target = key }
            : reference;
    }

    /// <summary>The names of a key, <c>alias/orders</c>; those that are not known yet are left out.</summary>
    public static IEnumerable<string> AliasesOf(Estate estate, Node key) =>
        estate.UsersOf(key, AliasType, "targetKeyId").Where(alias => alias.Region == key.Region).Select(alias => alias["name"].Text).OfType<string>();
}
