using DrInfra.Policies.Aws.AutoScaling;
using DrInfra.Policies.Aws.Backup;
using DrInfra.Policies.Aws.DynamoDb;
using DrInfra.Policies.Aws.Efs;
using DrInfra.Policies.Aws.Lambda;
using DrInfra.Policies.Aws.Rds;
using DrInfra.Policies.Aws.Route53;
using DrInfra.Policies.Aws.Sns;
using DrInfra.Policies.Aws.Sqs;
using DrInfra.Policies.Aws.Synthetics;

namespace DrInfra.Policies.Aws.CloudWatch;

/// <summary>Which resource a dimension of an AWS metric names.</summary>
internal static class MetricDimensions
{
    private static readonly Dictionary<string, IReadOnlyList<string>> Types = new(StringComparer.Ordinal)
    {
        ["SourceBucket"] = TypeGroups.Buckets,
        ["DestinationBucket"] = TypeGroups.Buckets,
        ["BucketName"] = TypeGroups.Buckets,
        ["DBClusterIdentifier"] = [RdsTypes.Cluster],
        ["DBInstanceIdentifier"] = [RdsTypes.Instance, RdsTypes.ClusterInstance],
        ["TableName"] = [DynamoDbTypes.Table],
        ["BackupVaultName"] = [BackupTypes.Vault, BackupTypes.LogicallyAirGappedVault],
        ["CanaryName"] = [SyntheticsTypes.Canary],
        ["HealthCheckId"] = [Route53Types.HealthCheck],
        ["FunctionName"] = [LambdaTypes.Function],
        ["TopicName"] = [SnsTypes.Topic],
        ["QueueName"] = [SqsTypes.Queue],
        ["AutoScalingGroupName"] = [AutoScalingTypes.Group],
        ["FileSystemId"] = [EfsTypes.FileSystem],
    };

    /// <summary>The types of the resource that it names; null where it names none.</summary>
    public static IReadOnlyList<string>? TypesOf(string dimension) => Types.GetValueOrDefault(dimension);
}
