using DrInfra.Policies.Aws.CloudWatch;
using DrInfra.Policies.Aws.Kms;
using DrInfra.Policies.Aws.S3;

namespace DrInfra.Policies.Aws;

/// <summary>Type tokens that are asked for together.</summary>
internal static class TypeGroups
{
    public static readonly IReadOnlyList<string> Alarms = [CloudWatchTypes.MetricAlarm, CloudWatchTypes.CompositeAlarm];
    public static readonly IReadOnlyList<string> Buckets = [S3Types.Bucket, S3Types.BucketV2];
    public static readonly IReadOnlyList<string> BucketObjects =
        [S3Types.BucketObjectv2, S3Types.BucketObject, S3Types.ObjectCopy];
    public static readonly IReadOnlyList<string> Replications = [S3Types.BucketReplicationConfig];
    public static readonly IReadOnlyList<string> Keys = [KmsTypes.Key, KmsTypes.ReplicaKey];
}
