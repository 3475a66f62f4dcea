using DrInfra.Policies.Aws.Kms;

namespace DrInfra.Policies.Aws.S3;

/// <summary>Whether new versions of a bucket's objects are locked by themselves.</summary>
internal static class ObjectLock
{
    /// <summary>The default retentions, each with the resource that states it; one that is absent locks nothing.</summary>
    public static IReadOnlyList<(Node Owner, Prop Retention)> Retentions(Estate estate, Node bucket)
    {
        var beside = BucketParts.Of(estate)[bucket, BucketPart.ObjectLock];
        return beside.Count > 0
            ? [.. beside.Select(configuration => (configuration, configuration["rule"]["defaultRetention"]))]
            : [(bucket, bucket.Input("objectLockConfiguration")["rule"]["defaultRetention"])];
    }

    /// <summary>
    /// Why the account can destroy the old versions, or the key that they are read with; null where nobody can before they expire.
    /// Governance mode lets whoever has s3:BypassGovernanceRetention delete them.
    /// </summary>
    public static Reason? Deletable(Estate estate, Node bucket)
    {
        var (owner, retention) = Retentions(estate, bucket)[0];
        var (mode, days, years) = (retention["mode"], retention["days"], retention["years"]);
        if (retention.IsUnknown || mode.IsUnknown || (days.IsUnknown && years.Number is null) || (years.IsUnknown && days.Number is null))
        {
            return Reason.Unknown(owner, retention.Path);
        }

        if (mode.Text != "COMPLIANCE" || (days.Number ?? years.Number) is not > 0)
        {
            return mode.Text == "GOVERNANCE" ? new Reason("the account can bypass the lock of the versions: its mode is GOVERNANCE", owner, mode.Path)
                : new Reason("the account can delete the versions");
        }

        var encryption = BucketEncryption.Of(estate, bucket);
        return encryption.IsUnknown ? Reason.Unknown(encryption.Owner, encryption.Path)
            : encryption.Key.IsAbsent ? null
            : Keys.Follow(estate, encryption.Owner, encryption.Key).Target is { } key && Accounts.Of(key) is { } keyAccount && Accounts.Of(bucket) is { } own
                && keyAccount != own
                ? null
                : new Reason("the account can delete the key of the locked versions", encryption.Owner, encryption.Key.Path);
    }
}
