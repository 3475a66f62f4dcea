namespace DrInfra.Policies.Aws.Kms;

/// <summary>Encryption keys, and how properties of other resources name them.</summary>
internal static class Keys
{
    public static readonly IReadOnlyList<string> Types = [KmsTypes.Key, KmsTypes.ReplicaKey, KmsTypes.ExternalKey, KmsTypes.ReplicaExternalKey];

    private static readonly string[] KeysAndAliases = [.. Types, KmsTypes.Alias];

    /// <summary>The key that a property means, by ARN, id or alias.</summary>
    public static Reference Follow(Estate estate, Node from, Prop property)
    {
        var reference = estate.References.Follow(from, property, KeysAndAliases);
        return reference.Target is { } target ? reference with { Target = Behind(estate, target) } : reference;
    }

    /// <summary>
    /// Why data under a key cannot be read when only one Region is left; null where it can. A key of the service itself is in every
    /// Region, and a bare id or alias means one of the Region where it is used.
    /// </summary>
    /// <param name="from">What is encrypted.</param>
    /// <param name="property">The property that names the key.</param>
    /// <param name="region">The Region that is left.</param>
    public static Reason? Unusable(Estate estate, Node from, Prop property, string region)
    {
        var key = Follow(estate, from, property);
        if (!key.IsUnknown)
        {
            return Judge(key.Target, key.Region, from, property, region);
        }

        // One of several keys: where each gives the same verdict, that verdict.
        Reason?[] verdicts = [.. ReferenceResolver.Declared(from, property.RootName, KeysAndAliases)
            .Select(node => Behind(estate, node)).Select(node => Judge(node, node.Region, from, property, region)).Distinct()];
        return verdicts.Length == 1 ? verdicts[0] : Reason.Unknown(from, property.Path);
    }

    /// <summary>The names of a key, <c>alias/orders</c>; those that are not known yet are left out.</summary>
    public static IEnumerable<string> AliasesOf(Estate estate, Node key) =>
        estate.UsersOf(key, KmsTypes.Alias, "targetKeyId").Where(alias => alias.Region == key.Region).Select(alias => alias["name"].Text).OfType<string>();

    /// <summary>The flag that switches a key off; on where it is not stated.</summary>
    public static Prop Enabled(Node key) =>
        key[key.Type is KmsTypes.ReplicaKey or KmsTypes.ReplicaExternalKey or KmsTypes.ExternalKey ? "enabled" : "isEnabled"];

    private static Reason? Judge(Node? key, string? keyRegion, Node from, Prop property, string region) =>
        keyRegion is not null && keyRegion != region ? new Reason($"its key is in {keyRegion}", from, property.Path)
        : key is not null && Enabled(key).Flag == false ? new Reason($"its key {key.Name} is disabled", key, Enabled(key).Path)
        : null;

    private static Node Behind(Estate estate, Node node) =>
        node.Type == KmsTypes.Alias && estate.References.Follow(node, "targetKeyId", Types).Target is { } key ? key : node;
}
