using DrInfra.Policies.Aws.S3;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Assessment.Stores;

/// <summary>Whether a bucket keeps old versions, for how long, and who can delete them.</summary>
internal static class BucketVersions
{
    private static readonly string[] Versionings = [S3Types.BucketVersioning, S3Types.BucketVersioningV2];
    private static readonly string[] Lifecycles = [S3Types.BucketLifecycleConfiguration, S3Types.BucketLifecycleConfigurationV2];
    private static readonly string[] Locks = [S3Types.BucketObjectLockConfiguration, S3Types.BucketObjectLockConfigurationV2];

    /// <summary>A flag: by a resource of its own, else by the bucket's block; absent where neither says.</summary>
    public static Prop Enabled(Estate estate, Node bucket)
    {
        foreach (var versioning in Versionings.SelectMany(type => estate.UsersOf(bucket, type, "bucket")))
        {
            var status = versioning["versioningConfiguration"]["status"];
            return status.IsUnknown ? status : Prop.Root(PropertyValue.Of(status.Text == "Enabled"), "versioningConfiguration.status");
        }

        return bucket["versioning"]["enabled"];
    }

    /// <summary>The fewest days that an old version is kept by an enabled rule; null where none takes them away.</summary>
    public static double? KeptDays(Estate estate, Node bucket)
    {
        var rules = Lifecycles.SelectMany(type => estate.UsersOf(bucket, type, "bucket")).SelectMany(lifecycle => lifecycle["rules"].Items)
            .Where(rule => rule["status"].Text == "Enabled")
            .Concat(bucket["lifecycleRules"].Items.Where(rule => rule["enabled"].Flag == true));
        double? fewest = null;
        foreach (var rule in rules)
        {
            var days = rule["noncurrentVersionExpiration"]["noncurrentDays"].Number ?? rule["noncurrentVersionExpiration"]["days"].Number;
            if (days is { } kept && (fewest is null || kept < fewest))
            {
                fewest = kept;
            }
        }

        return fewest;
    }

    /// <summary>Why the account can destroy the versions or their key; null where it cannot.</summary>
    public static string? Locked(Estate estate, Node bucket)
    {
        var retention = Locks.SelectMany(type => estate.UsersOf(bucket, type, "bucket")).Select(configuration => configuration["rule"]["defaultRetention"])
            .FirstOrDefault(found => found.IsKnown);
        if (retention["mode"].Text != "COMPLIANCE" || (retention["days"].Number ?? retention["years"].Number) is not > 0)
        {
            return "the account may delete the versions";
        }

        return BucketEncryption.KeyOf(estate, bucket).IsAbsent ? null : "the account may delete the key of the locked versions";
    }
}
