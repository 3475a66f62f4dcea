using DrInfra.Policies.Aws.AutoScaling;
using DrInfra.Policies.Aws.Backup;
using DrInfra.Policies.Aws.DynamoDb;
using DrInfra.Policies.Aws.Efs;
using DrInfra.Policies.Aws.Keyspaces;
using DrInfra.Policies.Aws.Lambda;
using DrInfra.Policies.Aws.Msk;
using DrInfra.Policies.Aws.Rds;
using DrInfra.Policies.Aws.Route53;
using DrInfra.Policies.Aws.Sns;
using DrInfra.Policies.Aws.Sqs;
using DrInfra.Policies.Aws.Synthetics;

namespace DrInfra.Policies.Aws.CloudWatch;

/// <summary>The dimensions that a metric has, and the resource that each names.</summary>
internal static class MetricDimensions
{
    private static readonly string[] ResourceTypes =
    [
        "Aurora", "CloudFormation", "DocumentDB", "DSQL", "DynamoDB", "EBS", "EC2", "EFS", "FSx", "Neptune", "RDS", "Redshift",
        "Redshift Serverless", "S3", "SAP HANA on Amazon EC2", "Storage Gateway", "Timestream", "VirtualMachine",
    ];

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
        ["RuleName"] = [CloudWatchTypes.EventRule],
        ["FunctionName"] = [LambdaTypes.Function],
        ["TopicName"] = [SnsTypes.Topic],
        ["QueueName"] = [SqsTypes.Queue],
        ["ReplicatorName"] = [MskTypes.Replicator],
        ["Cluster Name"] = MskTypes.Clusters,
        ["AutoScalingGroupName"] = [AutoScalingTypes.Group],
        ["FileSystemId"] = [EfsTypes.FileSystem],
    };

    // Keyspaces calls a dimension as DynamoDB does, and means its own: a table by its name within the keyspace, which another dimension names.
    private static readonly Dictionary<string, IReadOnlyList<string>> OfKeyspaces = new(StringComparer.Ordinal) { ["Keyspace"] = [KeyspacesTypes.Keyspace] };

    /// <summary>The types of the resource that a dimension of a namespace names; null where it names none.</summary>
    public static IReadOnlyList<string>? TypesOf(string? space, string dimension) =>
        (space == KeyspaceAlarms.Namespace ? OfKeyspaces : Types).GetValueOrDefault(dimension);

    /// <summary>What is wrong with the dimensions of an alarm's metrics: other ones are another series, without data.</summary>
    public static IEnumerable<Reason> Faults(Node alarm)
    {
        foreach (var source in MetricSource.Of(alarm))
        {
            if (source.Known is not { } metric)
            {
                continue;
            }

            if (source.Dimensions.IsUnknown)
            {
                yield return Reason.Unknown(alarm, source.Dimensions.Path);
                continue;
            }

            var required = metric.Required ?? [];
            string[] given = [.. source.Dimensions.Members.Select(member => member.Name)];
            foreach (var dimension in required.Where(dimension => !given.Contains(dimension, StringComparer.Ordinal)))
            {
                yield return new Reason($"{metric.Name} needs the dimension {dimension}", alarm, source.Dimensions.Path);
            }

            // Of backups the whole account has a series too.
            if (given.Length == 0 && required.Count == 0 && metric.Optional is { Count: > 0 } && metric.Namespace != "AWS/Backup")
            {
                yield return new Reason($"{metric.Name} has no dimension that names a resource", alarm, source.Dimensions.Path);
            }

            foreach (var dimension in given.Where(name => !required.Concat(metric.Optional ?? []).Contains(name, StringComparer.Ordinal)))
            {
                yield return new Reason($"{metric.Name} has no dimension {dimension}", alarm, source.Dimensions.Path);
            }

            if (source.Dimensions["ResourceType"].Text is { } type && metric.Namespace == "AWS/Backup" && !ResourceTypes.Contains(type, StringComparer.Ordinal))
            {
                yield return new Reason($"AWS Backup has no resource type {type}", alarm, source.Dimensions["ResourceType"].Path);
            }
        }
    }
}
