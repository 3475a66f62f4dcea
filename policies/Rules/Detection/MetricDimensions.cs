namespace DrInfra.Policies.Rules.Detection;

/// <summary>Which resource a dimension of an AWS metric names.</summary>
internal static class MetricDimensions
{
    private static readonly Dictionary<string, IReadOnlyList<string>> Types = new(StringComparer.Ordinal)
    {
        ["SourceBucket"] = DetectionTypes.Buckets,
        ["DestinationBucket"] = DetectionTypes.Buckets,
        ["BucketName"] = DetectionTypes.Buckets,
        ["DBClusterIdentifier"] = [DetectionTypes.Cluster],
        ["DBInstanceIdentifier"] = ["aws:rds/instance:Instance", "aws:rds/clusterInstance:ClusterInstance"],
        ["TableName"] = [DetectionTypes.Table],
        ["BackupVaultName"] = ["aws:backup/vault:Vault", "aws:backup/logicallyAirGappedVault:LogicallyAirGappedVault"],
        ["CanaryName"] = [DetectionTypes.Canary],
        ["HealthCheckId"] = [DetectionTypes.HealthCheck],
        ["FunctionName"] = [DetectionTypes.Function],
        ["TopicName"] = [DetectionTypes.Topic],
        ["QueueName"] = ["aws:sqs/queue:Queue"],
        ["AutoScalingGroupName"] = ["aws:autoscaling/group:Group"],
        ["FileSystemId"] = ["aws:efs/fileSystem:FileSystem"],
    };

    /// <summary>The types of the resource that it names; null where it names none.</summary>
    public static IReadOnlyList<string>? TypesOf(string dimension) => Types.GetValueOrDefault(dimension);
}
