using System.Text.RegularExpressions;
using DrInfra.Policies.Aws.AutoScaling;
using DrInfra.Policies.Aws.Backup;
using DrInfra.Policies.Aws.CloudWatch;
using DrInfra.Policies.Aws.DynamoDb;
using DrInfra.Policies.Aws.Ec2;
using DrInfra.Policies.Aws.Ecr;
using DrInfra.Policies.Aws.Eks;
using DrInfra.Policies.Aws.Iam;
using DrInfra.Policies.Aws.Keyspaces;
using DrInfra.Policies.Aws.Kms;
using DrInfra.Policies.Aws.Lambda;
using DrInfra.Policies.Aws.LoadBalancing;
using DrInfra.Policies.Aws.Msk;
using DrInfra.Policies.Aws.Rds;
using DrInfra.Policies.Aws.RegionSwitch;
using DrInfra.Policies.Aws.Route53;
using DrInfra.Policies.Aws.S3;
using DrInfra.Policies.Aws.SecretsManager;
using DrInfra.Policies.Aws.Sns;
using DrInfra.Policies.Aws.Ssm;
using DrInfra.Policies.Aws.Synthetics;
using DrInfra.Policies.Aws.Vpc;

namespace DrInfra.Drctl.Emulation;

/// <summary>
/// Names a real deployment would refuse after minutes of work, refused here at once. Only rules that can be judged from
/// the text alone; each says where it comes from.
/// </summary>
internal static class ServiceNamePatterns
{
    private const string Ec2Description = "up to 255 letters, digits, spaces and ._-:/()#,@[]+=&;{}!$*.";

    private static readonly NamePattern[] Patterns =
    [
        // KMS API, CreateAlias (AliasName), and the provider's check of aws_kms_alias.
        new(
            KmsTypes.Alias,
            "name",
            7,
            256,
            "^alias/[a-zA-Z0-9/_-]+$",
            "an alias starts with alias/, then letters, digits, / _ -.",
            "^alias/aws/",
            "alias/aws/ is reserved."),

        // S3 user guide, "General purpose bucket naming rules".
        new(
            S3Types.Bucket,
            "bucket",
            3,
            63,
            "^[a-z0-9][a-z0-9.-]*[a-z0-9]$",
            "a bucket's name has 3 to 63 lower-case letters, digits, dots and hyphens, with a letter or digit at both ends.",
            @"\.\.|^\d+\.\d+\.\d+\.\d+$|^xn--|^sthree-|^amzn-s3-demo-|-s3alias$|--ol-s3$|\.mrap$|--x-s3$|--table-s3$",
            "it is shaped like an address or has a reserved beginning or end, or two dots in a row."),

        // S3 user guide, "Naming rules for access points".
        new(
            S3Types.AccessPoint,
            "name",
            3,
            50,
            "^[a-z0-9][a-z0-9-]*[a-z0-9]$",
            "an access point's name has 3 to 50 lower-case letters, digits and hyphens, with a letter or digit at both ends.",
            "^xn--|-s3alias$|--ol-s3$",
            "it has a reserved beginning or end."),

        // Keyspaces API, CreateKeyspace and CreateTable; the provider takes no single character.
        new(KeyspacesTypes.Keyspace, "name", 2, 48, "^[a-zA-Z0-9][a-zA-Z0-9_]*$", "2 to 48 letters, digits and underscores."),
        new(KeyspacesTypes.Table, "tableName", 2, 48, "^[a-zA-Z0-9][a-zA-Z0-9_]*$", "2 to 48 letters, digits and underscores."),

        // RDS API, CreateDBCluster, CreateDBInstance and CreateGlobalCluster: 1 to 63 characters; the provider takes lower case only.
        DatabaseIdentifier(RdsTypes.GlobalCluster, "globalClusterIdentifier"),
        DatabaseIdentifier(RdsTypes.Cluster, "clusterIdentifier"),
        DatabaseIdentifier(RdsTypes.ClusterInstance, "identifier"),

        // The provider's checks of aws_rds_cluster_parameter_group and aws_db_subnet_group, after the RDS API.
        new(
            RdsTypes.ClusterParameterGroup,
            "name",
            1,
            255,
            "^[a-z][a-z0-9.-]*$",
            "a parameter group's name has up to 255 lower-case letters, digits, dots and hyphens and starts with a letter.",
            "--|-$",
            "two hyphens in a row or one at the end are not allowed."),
        new(
            RdsTypes.SubnetGroup,
            "name",
            1,
            255,
            "^[a-z0-9_ .-]+$",
            "a subnet group's name has up to 255 lower-case letters, digits, spaces and _ . -.",
            "^default$",
            "\"default\" is the account's own group."),

        // Secrets Manager API, CreateSecret (Name), and the provider's check.
        new(SecretsManagerTypes.Secret, "name", 1, 512, "^[0-9A-Za-z/_+=.@-]+$", "a secret's name has up to 512 letters, digits and /_+=.@-."),

        // MSK API, CreateCluster, CreateConfiguration and CreateReplicator.
        KafkaName(MskTypes.Cluster, "clusterName", 64),
        KafkaName(MskTypes.Configuration, "name", 128),
        KafkaName(MskTypes.Replicator, "replicatorName", 128),

        // DynamoDB developer guide, "Naming rules".
        new(DynamoDbTypes.Table, "name", 3, 255, "^[a-zA-Z0-9_.-]+$", "a table's name has 3 to 255 letters, digits and _ . -."),

        // Systems Manager API, PutParameter (Name): 1011 characters of one's own, at most 15 levels.
        new(
            SsmTypes.Parameter,
            "name",
            1,
            1011,
            "^(/[a-zA-Z0-9_.-]+){1,15}$|^[a-zA-Z0-9_.-]+$",
            "a parameter's name is up to 15 levels of letters, digits and _ . -, each after a slash.",
            "(?i)^/?(aws|ssm)",
            "names that start with aws or ssm are reserved."),

        // IAM API, CreateRole (RoleName) and PutRolePolicy (PolicyName).
        new(IamTypes.Role, "name", 1, 64, @"^[\w+=,.@-]+$", "a role's name has up to 64 letters, digits and _+=,.@-."),
        new(IamTypes.RolePolicy, "name", 1, 128, @"^[\w+=,.@-]+$", "an inline policy's name has up to 128 letters, digits and _+=,.@-."),
        new(IamTypes.InstanceProfile, "name", 1, 128, @"^[\w+=,.@-]+$", "an instance profile's name has up to 128 letters, digits and _+=,.@-."),

        // CloudWatch Logs API, CreateLogGroup (logGroupName).
        new(CloudWatchTypes.LogGroup, "name", 1, 512, @"^[\.\-_/#A-Za-z0-9]+$", "a log group's name has up to 512 letters, digits and . - _ / #."),

        // EC2 API, CreateSecurityGroup (GroupName, GroupDescription) and the rules' descriptions.
        new(
            Ec2Types.SecurityGroup,
            "name",
            1,
            255,
            @"^[a-zA-Z0-9 ._\-:/()#,@\[\]+=&;{}!$*]+$",
            $"a security group's name has {Ec2Description}",
            "^sg-",
            "sg- is reserved for ids."),
        Description(Ec2Types.SecurityGroup),
        Description(VpcTypes.SecurityGroupIngressRule),
        Description(VpcTypes.SecurityGroupEgressRule),

        // AWS Backup API, CreateBackupVault and CreateLogicallyAirGappedBackupVault (BackupVaultName).
        VaultName(BackupTypes.Vault),
        VaultName(BackupTypes.LogicallyAirGappedVault),

        // AWS Backup API, BackupPlanInput (BackupPlanName) and BackupSelection (SelectionName).
        new(BackupTypes.Plan, "name", 1, 50, "^[a-zA-Z0-9_.-]+$", "a backup plan's name has up to 50 letters, digits and - _ ."),
        new(BackupTypes.Selection, "name", 1, 50, "^[a-zA-Z0-9_.-]+$", "a backup selection's name has up to 50 letters, digits and - _ ."),

        // AWS Backup API, RestoreTestingPlanForCreate and RestoreTestingSelectionForCreate, and the provider's checks: no hyphens.
        new(BackupTypes.RestoreTestingPlan, "name", 1, 50, "^[a-zA-Z0-9_]+$", "a restore testing plan's name has up to 50 letters, digits and underscores."),
        new(BackupTypes.RestoreTestingSelection, "name", 1, 50, "^[a-zA-Z0-9_]+$",
            "a restore testing selection's name has up to 50 letters, digits and underscores."),

        // AWS Backup API, CreateReportPlan (ReportPlanName), and the provider's check.
        new(BackupTypes.ReportPlan, "name", 1, 256, "^[a-zA-Z][a-zA-Z0-9_]*$",
            "a report plan's name has up to 256 letters, digits and underscores and starts with a letter."),

        // Region switch API, CreatePlan (name), as the plan's ARN repeats it.
        new(
            RegionSwitchTypes.Plan,
            "name",
            1,
            32,
            "^[a-zA-Z0-9]([a-zA-Z0-9-]*[a-zA-Z0-9])?$",
            "a Region switch plan's name has up to 32 letters, digits and hyphens, with a letter or digit at both ends."),

        // Elastic Load Balancing API, CreateLoadBalancer and CreateTargetGroup (Name), and the provider's checks.
        new(
            LoadBalancingTypes.LoadBalancer,
            "name",
            1,
            32,
            "^[a-zA-Z0-9]([a-zA-Z0-9-]*[a-zA-Z0-9])?$",
            "a load balancer's name has up to 32 letters, digits and hyphens, with a letter or digit at both ends.",
            "^internal-",
            "internal- is the service's own beginning."),
        new(
            LoadBalancingTypes.TargetGroup,
            "name",
            1,
            32,
            "^[a-zA-Z0-9]([a-zA-Z0-9-]*[a-zA-Z0-9])?$",
            "a target group's name has up to 32 letters, digits and hyphens, with a letter or digit at both ends."),

        // EC2 API, CreateLaunchTemplate (LaunchTemplateName).
        new(Ec2Types.LaunchTemplate, "name", 3, 128, @"^[a-zA-Z0-9().\-/_]+$", "a launch template's name has 3 to 128 letters, digits and ( ) . - / _."),

        // Amazon EC2 Auto Scaling API, CreateAutoScalingGroup (AutoScalingGroupName) and PutScalingPolicy (PolicyName).
        new(AutoScalingTypes.Group, "name", 1, 255, "^[!-~]+$", "an Auto Scaling group's name has up to 255 printable ASCII characters without spaces.", ":",
            "a colon parts its ARN."),
        new(AutoScalingTypes.Policy, "name", 1, 255, "^[ -~]+$", "a scaling policy's name has up to 255 printable ASCII characters."),

        // Synthetics API, CreateCanary (Name): 255 characters today, 21 earlier.
        new(SyntheticsTypes.Canary, "name", 1, 255, "^[0-9a-z_-]+$", "a canary's name has up to 255 lower-case letters, digits, hyphens and underscores."),

        // Lambda API, CreateFunction (FunctionName): the name alone, without account and Region.
        new(LambdaTypes.Function, "name", 1, 64, "^[a-zA-Z0-9_-]+$", "a function's name has up to 64 letters, digits, hyphens and underscores."),

        // CloudWatch API, PutMetricAlarm and PutCompositeAlarm (AlarmName), PutDashboard (DashboardName).
        new(CloudWatchTypes.MetricAlarm, "name", 1, 255, @"^[^\x00-\x1F\x7F]+$", "an alarm's name has up to 255 characters, none of them a control character."),
        new(CloudWatchTypes.CompositeAlarm, "alarmName", 1, 255, @"^[^\x00-\x1F\x7F]+$",
            "an alarm's name has up to 255 characters, none of them a control character."),
        new(CloudWatchTypes.Dashboard, "dashboardName", 1, 255, "^[a-zA-Z0-9_-]+$",
            "a dashboard's name has up to 255 letters, digits, hyphens and underscores."),

        // SNS API, CreateTopic (Name).
        new(SnsTypes.Topic, "name", 1, 256, @"^[a-zA-Z0-9_-]+(\.fifo)?$",
            "a topic's name has up to 256 letters, digits, hyphens and underscores, and .fifo at the end of a FIFO topic's."),

        // EKS API, CreateCluster (name).
        new(EksTypes.Cluster, "name", 1, 100, "^[0-9A-Za-z][A-Za-z0-9_-]*$",
            "a cluster's name has up to 100 letters, digits, hyphens and underscores, and starts with a letter or digit."),

        // ECR API, CreateRepository (repositoryName).
        new(EcrTypes.Repository, "name", 2, 256, "^([a-z0-9]+((\\.|_|__|-+)[a-z0-9]+)*/)*[a-z0-9]+((\\.|_|__|-+)[a-z0-9]+)*$",
            "a repository's name has 2 to 256 lower-case letters, digits and . _ - in parts between /, with a letter or digit at both ends of each."),

        // Route 53 API, CreateHealthCheck (CallerReference): 64 characters, of which the provider adds 37.
        new(Route53Types.HealthCheck, "referenceName", 0, 27, "^.*$", "the provider makes a reference of 64 characters from it and has 27 to spare."),
    ];

    private static readonly ILookup<string, NamePattern> ByType = Patterns.ToLookup(pattern => pattern.Type, StringComparer.Ordinal);

    /// <exception cref="InvalidOperationException">A known input breaks a rule of the service.</exception>
    public static void Check(EmulationRequest request)
    {
        foreach (var pattern in ByType[request.Type])
        {
            if (request.Text(pattern.Property) is not { } value)
            {
                continue;
            }

            if (value.Length < pattern.MinLength || value.Length > pattern.MaxLength)
            {
                throw request.Refuse(pattern.Property, value, $"it has {value.Length} characters: {pattern.Meaning}");
            }

            if (!Regex.IsMatch(value, pattern.Allowed))
            {
                throw request.Refuse(pattern.Property, value, pattern.Meaning);
            }

            if (pattern.Forbidden is not null && Regex.IsMatch(value, pattern.Forbidden))
            {
                throw request.Refuse(pattern.Property, value, pattern.ForbiddenMeaning!);
            }
        }

        CheckParameterSize(request);
    }

    // Systems Manager user guide, "Managing parameter tiers": 4 KB in the standard tier, 8 KB in the advanced one.
    private static void CheckParameterSize(EmulationRequest request)
    {
        if (request.Type != SsmTypes.Parameter || (request.Text("insecureValue") ?? request.Text("value")) is not { } value)
        {
            return;
        }

        var limit = request.Text("tier") is "Advanced" or "Intelligent-Tiering" ? 8192 : 4096;
        var size = System.Text.Encoding.UTF8.GetByteCount(value);
        if (size > limit)
        {
            throw request.Refuse("value", $"{size} bytes long", $"a parameter of this tier holds {limit} bytes.");
        }
    }

    private static NamePattern DatabaseIdentifier(string type, string property) => new(
        type,
        property,
        1,
        63,
        "^[a-z][a-z0-9-]*$",
        "a database identifier has up to 63 lower-case letters, digits and hyphens and starts with a letter.",
        "--|-$",
        "two hyphens in a row or one at the end are not allowed.");

    private static NamePattern KafkaName(string type, string property, int most) => new(
        type, property, 1, most, "^[0-9A-Za-z][0-9A-Za-z-]*$", $"such a name has up to {most} letters, digits and hyphens and starts with a letter or digit.");

    private static NamePattern VaultName(string type) =>
        new(type, "name", 2, 50, "^[a-zA-Z0-9_-]+$", "a backup vault's name has 2 to 50 letters, digits, hyphens and underscores.");

    private static NamePattern Description(string type) => new(
        type,
        "description",
        0,
        255,
        @"^[a-zA-Z0-9 ._\-:/()#,@\[\]+=&;{}!$*]*$",
        $"a description has {Ec2Description}");

    private sealed record NamePattern(
        string Type,
        string Property,
        int MinLength,
        int MaxLength,
        string Allowed,
        string Meaning,
        string? Forbidden = null,
        string? ForbiddenMeaning = null);
}
