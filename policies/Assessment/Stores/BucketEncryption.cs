using DrInfra.Policies.Aws.S3;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Assessment.Stores;

/// <summary>Under which key a bucket's objects are.</summary>
internal static class BucketEncryption
{
    private static readonly string[] Types =
        [S3Types.BucketServerSideEncryptionConfiguration, S3Types.BucketServerSideEncryptionConfigurationV2];

    /// <summary>The key that the bucket's default encryption names; absent for the service's own keys.</summary>
    public static Prop KeyOf(Estate estate, Node bucket) => Types
        .SelectMany(type => estate.UsersOf(bucket, type, "bucket"))
        .SelectMany(configuration => configuration["rules"].Items)
        .Select(rule => rule["applyServerSideEncryptionByDefault"]["kmsMasterKeyId"])
        .FirstOrDefault(key => !key.IsAbsent);
}
