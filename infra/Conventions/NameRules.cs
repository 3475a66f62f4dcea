namespace DrInfra.Infra.Conventions;

/// <summary>The naming rules of the services in use.</summary>
public static class NameRules
{
    /// <summary>RDS: clusters, global clusters, instances; also subnet and parameter groups, which take more.</summary>
    public static NameRule Rds { get; } = new(
        "RDS identifier",
        63,
        "1 to 63 letters, numbers or hyphens; first a letter; no hyphen at the end, no two in a row",
        "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBCluster.html",
        '-',
        character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character == '-');

    /// <summary>S3 buckets.</summary>
    public static NameRule Bucket { get; } = new(
        "S3 bucket",
        63,
        "3 to 63 lower-case letters, numbers, dots (not used here: they break TLS) and hyphens; a letter or number at both ends",
        "https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html",
        '-',
        character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character == '-');

    /// <summary>Databases of the Glue Data Catalog, as Athena takes them.</summary>
    public static NameRule Catalogue { get; } = new(
        "Glue database",
        255,
        "lower-case letters, numbers and underscores, 1 to 255",
        "https://docs.aws.amazon.com/athena/latest/ug/tables-databases-columns-names.html",
        '_',
        character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character == '_');

    /// <summary>Glue schema registries.</summary>
    public static NameRule SchemaRegistry { get; } = new(
        "Glue schema registry",
        255,
        "[a-zA-Z0-9-_$#.]+, 1 to 255",
        "https://docs.aws.amazon.com/glue/latest/webapi/API_CreateRegistry.html",
        '-',
        character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or '.');

    /// <summary>S3 access points of one Region.</summary>
    public static NameRule AccessPoint { get; } = new(
        "S3 access point",
        50,
        "3 to 50 lower-case letters, numbers and hyphens; first a letter or number; no hyphen at an end; not -s3alias at the end",
        "https://docs.aws.amazon.com/AmazonS3/latest/userguide/creating-access-points.html",
        '-',
        character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character == '-');

    /// <summary>DynamoDB tables.</summary>
    public static NameRule Table { get; } = new(
        "DynamoDB table",
        255,
        "[a-zA-Z0-9_.-]+, 3 to 255",
        "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_CreateTable.html",
        '-',
        character => char.IsAsciiLetterOrDigit(character) || character is '_' or '.' or '-');

    /// <summary>MSK clusters; also their configurations and replicators, which take more.</summary>
    public static NameRule KafkaCluster { get; } = new(
        "MSK cluster",
        64,
        "1 to 64 letters, numbers or hyphens; first a letter or number",
        "https://docs.aws.amazon.com/msk/1.0/apireference/clusters.html",
        '-',
        character => char.IsAsciiLetterOrDigit(character) || character == '-');

    /// <summary>Keyspaces and their tables: no hyphens.</summary>
    public static NameRule Keyspace { get; } = new(
        "Keyspaces keyspace or table",
        48,
        "[a-zA-Z0-9][a-zA-Z0-9_]{0,47}",
        "https://docs.aws.amazon.com/keyspaces/latest/APIReference/API_CreateKeyspace.html",
        '_',
        character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character == '_');

    /// <summary>IAM roles.</summary>
    public static NameRule Role { get; } = new(
        "IAM role",
        64,
        @"[\w+=,.@-]+, 1 to 64",
        "https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html",
        '-',
        character => char.IsAsciiLetterOrDigit(character) || character is '_' or '+' or '=' or ',' or '.' or '@' or '-');

    /// <summary>KMS aliases, with their prefix <c>alias/</c>.</summary>
    public static NameRule KeyAlias { get; } = new(
        "KMS alias",
        256,
        "alias/[a-zA-Z0-9/_-]+, 1 to 256, not alias/aws/",
        "https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateAlias.html",
        '-',
        character => char.IsAsciiLetterOrDigit(character) || character is '/' or '_' or '-');

    /// <summary>Secrets. A hyphen and six characters at the end make a name look like a part of an ARN: never end in that.</summary>
    public static NameRule Secret { get; } = new(
        "Secrets Manager secret",
        512,
        "letters, digits and /_+=.@-, 1 to 512; not a hyphen followed by six characters at the end",
        "https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_CreateSecret.html",
        '-',
        character => char.IsAsciiLetterOrDigit(character) || character is '/' or '_' or '+' or '=' or '.' or '@' or '-');

    /// <summary>DataSync tasks.</summary>
    public static NameRule CopyTask { get; } = new(
        "DataSync task",
        256,
        @"^[a-zA-Z0-9\s+=._:@/-]+$, 1 to 256",
        "https://docs.aws.amazon.com/datasync/latest/userguide/API_CreateTask.html",
        '-',
        character => char.IsAsciiLetterOrDigit(character) || character is '+' or '=' or '.' or '_' or ':' or '@' or '/' or '-');

    /// <summary>CloudWatch log groups.</summary>
    public static NameRule LogGroup { get; } = new(
        "CloudWatch log group",
        512,
        @"[\.\-_/#A-Za-z0-9]+, 1 to 512",
        "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLogGroup.html",
        '-',
        character => char.IsAsciiLetterOrDigit(character) || character is '.' or '-' or '_' or '/' or '#');

    /// <summary>EventBridge rules.</summary>
    public static NameRule EventRule { get; } = new(
        "EventBridge rule",
        64,
        @"[\.\-_A-Za-z0-9]+, 1 to 64",
        "https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutRule.html",
        '-',
        character => char.IsAsciiLetterOrDigit(character) || character is '.' or '-' or '_');

    /// <summary>
    /// EventBridge schedules and their groups; also the state machines that they start, whose provider takes no dots, and security configurations
    /// of EMR.
    /// </summary>
    public static NameRule Schedule { get; } = new(
        "EventBridge schedule",
        64,
        "[0-9a-zA-Z-_.]+, 1 to 64",
        "https://docs.aws.amazon.com/scheduler/latest/APIReference/API_CreateSchedule.html",
        '-',
        character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_');

    /// <summary>EC2 security groups.</summary>
    public static NameRule SecurityGroup { get; } = new(
        "EC2 security group",
        255,
        "a-z, A-Z, 0-9, spaces, and ._-:/()#,@[]+=&;{}!$*, up to 255; not sg- at the beginning",
        "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSecurityGroup.html",
        '-',
        character => char.IsAsciiLetterOrDigit(character) || character is '.' or '_' or '-');

    /// <summary>Backup vaults.</summary>
    public static NameRule BackupVault { get; } = new(
        "AWS Backup vault",
        50,
        @"[a-zA-Z0-9\-\_]{2,50}",
        "https://docs.aws.amazon.com/aws-backup/latest/devguide/API_CreateBackupVault.html",
        '-',
        character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_');

    /// <summary>Backup plans and their selections.</summary>
    public static NameRule BackupPlan { get; } = new(
        "AWS Backup plan",
        50,
        @"[a-zA-Z0-9\-\_\.]{1,50}",
        "https://docs.aws.amazon.com/aws-backup/latest/devguide/API_BackupPlanInput.html",
        '-',
        character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or '.');

    /// <summary>Restore testing plans and their selections.</summary>
    public static NameRule RestoreTesting { get; } = new(
        "AWS Backup restore testing plan",
        50,
        "alphanumeric characters and underscores, at most 50",
        "https://docs.aws.amazon.com/aws-backup/latest/devguide/API_RestoreTestingPlanForCreate.html",
        '_',
        character => char.IsAsciiLetterOrDigit(character) || character == '_');

    /// <summary>Report plans.</summary>
    public static NameRule ReportPlan { get; } = new(
        "AWS Backup report plan",
        256,
        "[a-zA-Z][_a-zA-Z0-9]*, 1 to 256",
        "https://docs.aws.amazon.com/aws-backup/latest/devguide/API_CreateReportPlan.html",
        '_',
        character => char.IsAsciiLetterOrDigit(character) || character == '_');

    /// <summary>Load balancers and target groups.</summary>
    public static NameRule LoadBalancer { get; } = new(
        "load balancer",
        32,
        "at most 32 alphanumeric characters or hyphens; no hyphen at an end; not internal- at the beginning",
        "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html",
        '-',
        character => char.IsAsciiLetterOrDigit(character) || character == '-');

    /// <summary>EKS clusters.</summary>
    public static NameRule KubernetesCluster { get; } = new(
        "EKS cluster",
        100,
        "[0-9A-Za-z][A-Za-z0-9_-]*, 1 to 100",
        "https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateCluster.html",
        '-',
        character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_');

    /// <summary>ECR repositories.</summary>
    public static NameRule ImageRepository { get; } = new(
        "ECR repository",
        256,
        "(?:[a-z0-9]+(?:[._-][a-z0-9]+)*/)*[a-z0-9]+(?:[._-][a-z0-9]+)*, 2 to 256",
        "https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_CreateRepository.html",
        '-',
        character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character is '.' or '-' or '_' or '/');

    /// <summary>CloudWatch alarms and dashboards.</summary>
    public static NameRule Alarm { get; } = new(
        "CloudWatch alarm",
        255,
        "1 to 255; dashboards: A-Z, a-z, 0-9, - and _",
        "https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html",
        '-',
        character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_');

    /// <summary>SNS topics.</summary>
    public static NameRule Topic { get; } = new(
        "SNS topic",
        256,
        "letters, numbers, underscores and hyphens, 1 to 256",
        "https://docs.aws.amazon.com/sns/latest/api/API_CreateTopic.html",
        '-',
        character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_');

    /// <summary>SQS queues. The ending of a FIFO queue comes after it.</summary>
    public static NameRule Queue { get; } = new(
        "SQS queue",
        75,
        "alphanumeric characters, hyphens and underscores, up to 80; of a FIFO queue the last five are .fifo",
        "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_CreateQueue.html",
        '-',
        character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_');

    /// <summary>Synthetics canaries.</summary>
    public static NameRule Canary { get; } = new(
        "Synthetics canary",
        255,
        "[0-9a-z_\\-]+, 1 to 255",
        "https://docs.aws.amazon.com/AmazonSynthetics/latest/APIReference/API_CreateCanary.html",
        '-',
        character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character is '-' or '_');

    /// <summary>Region-switch plans.</summary>
    public static NameRule RegionSwitchPlan { get; } = new(
        "Region switch plan",
        32,
        "[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,30}[a-zA-Z0-9])?",
        "https://docs.aws.amazon.com/arc-region-switch/latest/api/API_CreatePlan.html",
        '-',
        character => char.IsAsciiLetterOrDigit(character) || character == '-');

    /// <summary>SSM parameters.</summary>
    public static NameRule Parameter { get; } = new(
        "SSM parameter",
        1011,
        "a-zA-Z0-9_.- and / for levels, up to 1011 with the ARN's prefix, 15 levels; not aws or ssm at the beginning",
        "https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_PutParameter.html",
        '-',
        character => char.IsAsciiLetterOrDigit(character) || character is '_' or '.' or '-' or '/');
}
