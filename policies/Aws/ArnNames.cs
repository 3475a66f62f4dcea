using DrInfra.Policies.Aws.Backup;
using DrInfra.Policies.Aws.CloudWatch;
using DrInfra.Policies.Aws.DynamoDb;
using DrInfra.Policies.Aws.Ebs;
using DrInfra.Policies.Aws.Ec2;
using DrInfra.Policies.Aws.Efs;
using DrInfra.Policies.Aws.Eks;
using DrInfra.Policies.Aws.Iam;
using DrInfra.Policies.Aws.Kms;
using DrInfra.Policies.Aws.Lambda;
using DrInfra.Policies.Aws.Msk;
using DrInfra.Policies.Aws.Rds;
using DrInfra.Policies.Aws.S3;
using DrInfra.Policies.Aws.SecretsManager;
using DrInfra.Policies.Aws.Sns;
using DrInfra.Policies.Aws.Sqs;
using DrInfra.Policies.Aws.Ssm;
using DrInfra.Policies.Aws.StepFunctions;
using DrInfra.Policies.Aws.Synthetics;

namespace DrInfra.Policies.Aws;

/// <summary>Which resource types an ARN can mean, and which part of it is the name that the program gave.</summary>
internal static class ArnNames
{
    private static readonly Dictionary<string, (string Service, string Kind)> Kinds = new(StringComparer.Ordinal)
    {
        [S3Types.Bucket] = ("s3", ""),
        [S3Types.BucketV2] = ("s3", ""),
        [DynamoDbTypes.Table] = ("dynamodb", "table"),
        [RdsTypes.Cluster] = ("rds", "cluster"),
        [RdsTypes.Instance] = ("rds", "db"),
        [RdsTypes.ClusterInstance] = ("rds", "db"),
        [RdsTypes.GlobalCluster] = ("rds", "global-cluster"),
        [BackupTypes.Vault] = ("backup", "backup-vault"),
        [BackupTypes.LogicallyAirGappedVault] = ("backup", "backup-vault"),
        [IamTypes.Role] = ("iam", "role"),
        [IamTypes.InstanceProfile] = ("iam", "instance-profile"),
        [SnsTypes.Topic] = ("sns", ""),
        [SqsTypes.Queue] = ("sqs", ""),
        [LambdaTypes.Function] = ("lambda", "function"),
        [CloudWatchTypes.MetricAlarm] = ("cloudwatch", "alarm"),
        [CloudWatchTypes.CompositeAlarm] = ("cloudwatch", "alarm"),
        [CloudWatchTypes.LogGroup] = ("logs", "log-group"),
        [SsmTypes.Parameter] = ("ssm", "parameter"),
        [KmsTypes.Alias] = ("kms", "alias"),
        [KmsTypes.Key] = ("kms", "key"),
        [KmsTypes.ReplicaKey] = ("kms", "key"),
        [EksTypes.Cluster] = ("eks", "cluster"),
        [MskTypes.Cluster] = ("kafka", "cluster"),
        [EfsTypes.FileSystem] = ("elasticfilesystem", "file-system"),
        [Ec2Types.Instance] = ("ec2", "instance"),
        [EbsTypes.Volume] = ("ec2", "volume"),
        [SecretsManagerTypes.Secret] = ("secretsmanager", "secret"),
        [StepFunctionsTypes.StateMachine] = ("states", "stateMachine"),
        [SyntheticsTypes.Canary] = ("synthetics", "canary"),
    };

    public static bool Matches(string type, Arn arn) => Kinds.TryGetValue(type, out var kind) && arn.Is(kind.Service, kind.Kind);

    public static string NameOf(string type, Arn arn) => type switch
    {
        // The ARN of an object in the bucket means the bucket too.
        S3Types.Bucket or S3Types.BucketV2 => arn.Resource.Split('/', 2)[0],
        SnsTypes.Topic or SqsTypes.Queue => arn.Resource,
        SsmTypes.Parameter => "/" + arn.Name,
        KmsTypes.Alias => "alias/" + arn.Name,
        CloudWatchTypes.LogGroup => arn.Name.EndsWith(":*", StringComparison.Ordinal) ? arn.Name[..^2] : arn.Name,
        IamTypes.Role or IamTypes.InstanceProfile => arn.Name[(arn.Name.LastIndexOf('/') + 1)..],

        // An id that MSK makes up ends the ARN.
        MskTypes.Cluster => arn.Name.Split('/')[0],
        _ => arn.Name,
    };
}
