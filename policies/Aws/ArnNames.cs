namespace DrInfra.Policies.Aws;

/// <summary>Which resource types an ARN can mean, and which part of it is the name that the program gave.</summary>
internal static class ArnNames
{
    private static readonly Dictionary<string, (string Service, string Kind)> Kinds = new(StringComparer.Ordinal)
    {
        ["aws:s3/bucket:Bucket"] = ("s3", ""),
        ["aws:s3/bucketV2:BucketV2"] = ("s3", ""),
        ["aws:dynamodb/table:Table"] = ("dynamodb", "table"),
        ["aws:rds/cluster:Cluster"] = ("rds", "cluster"),
        ["aws:rds/instance:Instance"] = ("rds", "db"),
        ["aws:rds/clusterInstance:ClusterInstance"] = ("rds", "db"),
        ["aws:rds/globalCluster:GlobalCluster"] = ("rds", "global-cluster"),
        ["aws:backup/vault:Vault"] = ("backup", "backup-vault"),
        ["aws:backup/logicallyAirGappedVault:LogicallyAirGappedVault"] = ("backup", "backup-vault"),
        ["aws:iam/role:Role"] = ("iam", "role"),
        ["aws:iam/instanceProfile:InstanceProfile"] = ("iam", "instance-profile"),
        ["aws:sns/topic:Topic"] = ("sns", ""),
        ["aws:sqs/queue:Queue"] = ("sqs", ""),
        ["aws:lambda/function:Function"] = ("lambda", "function"),
        ["aws:cloudwatch/metricAlarm:MetricAlarm"] = ("cloudwatch", "alarm"),
        ["aws:cloudwatch/compositeAlarm:CompositeAlarm"] = ("cloudwatch", "alarm"),
        ["aws:cloudwatch/logGroup:LogGroup"] = ("logs", "log-group"),
        ["aws:ssm/parameter:Parameter"] = ("ssm", "parameter"),
        ["aws:kms/alias:Alias"] = ("kms", "alias"),
        ["aws:kms/key:Key"] = ("kms", "key"),
        ["aws:kms/replicaKey:ReplicaKey"] = ("kms", "key"),
        ["aws:efs/fileSystem:FileSystem"] = ("elasticfilesystem", "file-system"),
        ["aws:ec2/instance:Instance"] = ("ec2", "instance"),
        ["aws:ebs/volume:Volume"] = ("ec2", "volume"),
        ["aws:secretsmanager/secret:Secret"] = ("secretsmanager", "secret"),
        ["aws:synthetics/canary:Canary"] = ("synthetics", "canary"),
    };

    public static bool Matches(string type, Arn arn)
    {
        if (!Kinds.TryGetValue(type, out var kind) || kind.Service != arn.Service)
        {
            return false;
        }

        return kind.Kind.Length == 0 ? arn.Resource.Length > 0 : arn.Kind == kind.Kind;
    }

    public static string NameOf(string type, Arn arn) => type switch
    {
        // The ARN of an object in the bucket means the bucket too.
        "aws:s3/bucket:Bucket" or "aws:s3/bucketV2:BucketV2" => arn.Resource.Split('/', 2)[0],
        "aws:sns/topic:Topic" or "aws:sqs/queue:Queue" => arn.Resource,
        "aws:ssm/parameter:Parameter" => "/" + arn.Name,
        "aws:kms/alias:Alias" => "alias/" + arn.Name,
        "aws:cloudwatch/logGroup:LogGroup" => arn.Name.EndsWith(":*", StringComparison.Ordinal) ? arn.Name[..^2] : arn.Name,
        "aws:iam/role:Role" or "aws:iam/instanceProfile:InstanceProfile" => arn.Name[(arn.Name.LastIndexOf('/') + 1)..],
        _ => arn.Name,
    };
}
