using DrInfra.Policies.Aws.CloudWatch;
using DrInfra.Policies.Aws.Kms;
using DrInfra.Policies.Aws.S3;

namespace DrInfra.Policies.Rules.Detection;

/// <summary>Type tokens of what detects, tells and switches.</summary>
internal static class DetectionTypes
{
    public static readonly IReadOnlyList<string> Alarms = [CloudWatchTypes.MetricAlarm, CloudWatchTypes.CompositeAlarm];
    public static readonly IReadOnlyList<string> Buckets = [S3Types.Bucket, S3Types.BucketV2];
    public static readonly IReadOnlyList<string> BucketObjects =
        [S3Types.BucketObjectv2, S3Types.BucketObject, S3Types.ObjectCopy];
    public static readonly IReadOnlyList<string> Replications = [S3Types.BucketReplicationConfig];
    public static readonly IReadOnlyList<string> Keys = [KmsTypes.Key, KmsTypes.ReplicaKey];
}
