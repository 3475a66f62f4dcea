using DrInfra.Policies.Aws.Kms;

namespace DrInfra.Policies.Aws.SecretsManager;

/// <summary>A secret in another Region.</summary>
/// <param name="Region">Null where it is not known.</param>
/// <param name="RegionName">The property with its Region; the whole list where that is not known.</param>
/// <param name="Key">The customer key; absent where the service's own is used.</param>
internal sealed record SecretCopy(string? Region, Prop RegionName, Prop Key)
{
    /// <summary>Not only where the copy is: whether there is one.</summary>
    public bool IsListUnknown => RegionName.IsUnknown && RegionName.Path == Secrets.ReplicasProperty;

    /// <summary>The faults of the keys of all secrets and their copies.</summary>
    public static IEnumerable<Reason> KeyFaults(Estate estate) =>
        from secret in estate.OfType(SecretsManagerTypes.Secret)
        from copy in Secrets.Replicas(secret).Select(replica => (replica.Key, replica.Region)).Prepend((Key: secret["kmsKeyId"], secret.Region))
        let reason = KeyFault(estate, secret, copy.Key, copy.Region)
        where reason is not null
        select reason;

    /// <summary>Why a copy cannot be encrypted, and so not be made, with the key that is named for it; null where it can.</summary>
    public static Reason? KeyFault(Estate estate, Node secret, Prop key, string? region)
    {
        if (key.IsAbsent)
        {
            return null;
        }

        var reference = estate.References.Follow(secret, key, KmsTypes.Key, KmsTypes.ReplicaKey, KmsTypes.ExternalKey, KmsTypes.Alias);
        if (reference.IsUnknown || region is null)
        {
            return Reason.Unknown(secret, key.Path);
        }

        // A bare id or alias means one of the copy's own Region.
        return reference.Region is { } keyRegion && keyRegion != region && (Arn.TryParse(reference.Text, out _) || reference.Text is null)
            ? new Reason($"the copy in {region} has a key in {keyRegion}", secret, key.Path)
            : null;
    }
}
