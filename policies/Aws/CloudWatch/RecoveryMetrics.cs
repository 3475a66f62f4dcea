using DrInfra.Recovery;


namespace DrInfra.Policies.Aws.CloudWatch;

/// <summary>
/// The metrics of replication, backups, probes and health that AWS publishes, with their units, dimensions and homes. Sources: the
/// services' own pages on CloudWatch metrics (S3 Replication, Aurora, DynamoDB global tables, AWS Backup, Synthetics, Route 53,
/// Elastic Load Balancing, ElastiCache, MSK Replicator, SQS).
/// </summary>
internal static class RecoveryMetrics
{
    private static readonly string[] Replication = ["SourceBucket", "DestinationBucket", "RuleId"];
    private static readonly string[] Instance = ["DBClusterIdentifier", "DBInstanceIdentifier", "EngineName", "Role"];
    private static readonly string[] Balancer = ["LoadBalancer", "TargetGroup", "AvailabilityZone"];

    public static IReadOnlyList<RecoveryMetric> All { get; } =
    [
        new("AWS/S3", "ReplicationLatency", MetricKind.Lag, 1, "DestinationBucket", Replication),
        new("AWS/S3", "BytesPendingReplication", MetricKind.Backlog, 0, "DestinationBucket", Replication),
        new("AWS/S3", "OperationsPendingReplication", MetricKind.Backlog, 0, "DestinationBucket", Replication),
        new("AWS/S3", "OperationsFailedReplication", MetricKind.Failures, 0, "SourceBucket", Replication),
        new("AWS/RDS", "AuroraGlobalDBRPOLag", MetricKind.Lag, UnitsOfTime.MillisecondsPerSecond, "DBClusterIdentifier", ["DBClusterIdentifier"],
            ["SourceRegion"]),
        new("AWS/RDS", "AuroraGlobalDBReplicationLag", MetricKind.Lag, UnitsOfTime.MillisecondsPerSecond, "DBClusterIdentifier", ["DBClusterIdentifier"],
            ["SourceRegion"]),
        new("AWS/RDS", "AuroraGlobalDBProgressLag", MetricKind.Lag, UnitsOfTime.MillisecondsPerSecond, "DBClusterIdentifier", ["DBClusterIdentifier"],
            ["SourceRegion"]),
        new("AWS/RDS", "ReplicaLag", MetricKind.Lag, 1, "DBInstanceIdentifier", [], Instance),
        new("AWS/RDS", "EngineUptime", MetricKind.Presence, 0, "DBClusterIdentifier", [], Instance, ByAbsence: true),
        new("AWS/DynamoDB", "ReplicationLatency", MetricKind.Lag, UnitsOfTime.MillisecondsPerSecond, null, ["TableName", "ReceivingRegion"]),
        new("AWS/Cassandra", "ReplicationLatency", MetricKind.Lag, UnitsOfTime.MillisecondsPerSecond, null, ["Keyspace", "TableName", "ReceivingRegion"]),
        .. new[] { "SystemErrors", "UserErrors", "ReadThrottleEvents", "WriteThrottleEvents" }
            .Select(name => new RecoveryMetric("AWS/Cassandra", name, MetricKind.Failures, 0, null, ["Keyspace", "TableName", "Operation"])),
        .. Backup("Completed", MetricKind.Presence, "BackupJobs", "CopyJobs", "RestoreJobs", "RecoveryPoints"),
        .. Backup("Failed", MetricKind.Failures, "BackupJobs", "CopyJobs", "RestoreJobs"),
        .. Backup("Expired", MetricKind.Failures, "BackupJobs"),
        .. Backup("Aborted", MetricKind.Failures, "BackupJobs"),
        .. Backup("Pending", MetricKind.Backlog, "BackupJobs", "RestoreJobs"),
        .. Backup("Running", MetricKind.Backlog, "BackupJobs", "CopyJobs", "RestoreJobs"),
        .. Backup("Created", MetricKind.Presence, "BackupJobs", "CopyJobs", "RestoreJobs"),
        .. Backup("Partial", MetricKind.Failures, "RecoveryPoints"),
        new("AWS/Events", "TriggeredRules", MetricKind.Presence, 0, "RuleName", ["RuleName"], ByAbsence: true),
        new("CloudWatchSynthetics", "SuccessPercent", MetricKind.Percentage, 0, "CanaryName", ["CanaryName"], ["StepName"], ByAbsence: true),
        new("CloudWatchSynthetics", "Failed", MetricKind.Failures, 0, "CanaryName", [], ["CanaryName", "StepName"]),
        new("CloudWatchSynthetics", "Failed requests", MetricKind.Failures, 0, "CanaryName", [], ["CanaryName", "StepName"]),
        new("AWS/Route53", "HealthCheckStatus", MetricKind.Status, 0, null, ["HealthCheckId"]),
        new("AWS/Route53", "HealthCheckPercentageHealthy", MetricKind.Percentage, 0, null, ["HealthCheckId"]),
        new("AWS/NetworkELB", "HealthyHostCount", MetricKind.Presence, 0, null, ["LoadBalancer", "TargetGroup"], Balancer, ByAbsence: true),
        new("AWS/ApplicationELB", "HealthyHostCount", MetricKind.Presence, 0, null, ["LoadBalancer", "TargetGroup"], Balancer, ByAbsence: true),
        new("AWS/ElastiCache", "GlobalDatastoreReplicationLag", MetricKind.Lag, 1, null, [], ["CacheClusterId", "CacheNodeId"]),
        new("AWS/Kafka", "ReplicationLatency", MetricKind.Lag, UnitsOfTime.MillisecondsPerSecond, "ReplicatorName", ["ReplicatorName"], ["Topic"]),
        new("AWS/Kafka", "MessageLag", MetricKind.Backlog, 0, "ReplicatorName", ["ReplicatorName"], ["Topic"]),
        new("AWS/Kafka", "ReplicatorFailure", MetricKind.Failures, 0, "ReplicatorName", ["ReplicatorName"]),
        new("AWS/Kafka", "OfflinePartitionsCount", MetricKind.Backlog, 0, "Cluster Name", ["Cluster Name"]),
        new("AWS/Kafka", "UnderMinIsrPartitionCount", MetricKind.Backlog, 0, "Cluster Name", ["Cluster Name", "Broker ID"]),
        new("AWS/Kafka", "KafkaDataLogsDiskUsed", MetricKind.Backlog, 0, "Cluster Name", ["Cluster Name", "Broker ID"]),
        new("AWS/Kafka", "AuthError", MetricKind.Failures, 0, "ReplicatorName", ["ReplicatorName"], ["ClusterAlias"]),
        new("AWS/SQS", "ApproximateAgeOfOldestMessage", MetricKind.Lag, 1, "QueueName", ["QueueName"]),
        new("AWS/SQS", "ApproximateNumberOfMessagesVisible", MetricKind.Backlog, 0, "QueueName", ["QueueName"]),
        new("AWS/SQS", "NumberOfMessagesSent", MetricKind.Presence, 0, "QueueName", ["QueueName"], ByAbsence: true),
        new("AWS/SNS", "NumberOfNotificationsFailed", MetricKind.Failures, 0, "TopicName", ["TopicName"]),
        new("AWS/SNS", "NumberOfNotificationsFailedToRedriveToDlq", MetricKind.Failures, 0, "TopicName", ["TopicName"]),
    ];

    public static RecoveryMetric? Find(string? space, string? name) =>
        All.FirstOrDefault(metric => metric.Namespace == space && metric.Name == name);

    private static IEnumerable<RecoveryMetric> Backup(string end, MetricKind kind, params string[] what) => what.Select(name => new RecoveryMetric(
        "AWS/Backup", $"NumberOf{name}{end}", kind, 0, "BackupVaultName", [], ["BackupVaultName", "ResourceType"], end == "Completed"));
}
