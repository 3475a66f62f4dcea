using System.Collections.Frozen;
using DrInfra.Drctl.Emulation;
using DrInfra.Policies.Aws.AutoScaling;
using DrInfra.Policies.Aws.Backup;
using DrInfra.Policies.Aws.CloudWatch;
using DrInfra.Policies.Aws.DynamoDb;
using DrInfra.Policies.Aws.Ec2;
using DrInfra.Policies.Aws.Iam;
using DrInfra.Policies.Aws.Kms;
using DrInfra.Policies.Aws.Rds;
using DrInfra.Policies.Aws.S3;
using DrInfra.Policies.Aws.SecretsManager;
using DrInfra.Policies.Aws.Ssm;
using DrInfra.Policies.Aws.Vpc;

namespace DrInfra.Drctl.Diff;

/// <summary>
/// The reviewed list of what may change without a new resource. Whatever is not here "may replace": for what holds data,
/// doubt counts as danger. Source, where a line names no other: the schema and the update function of the resource in
/// hashicorp/terraform-provider-aws (internal/service), which the Pulumi provider bridges. tests/Provider holds it against a plan
/// of version 5.100 over applied stacks: nothing listed whose value could be changed by guess forces a replacement.
/// </summary>
internal static class InPlaceProperties
{
    private static readonly string[] SecurityRuleProperties =
    [
        "cidrIpv4",
        "cidrIpv6",
        "description",
        "fromPort",
        "ipProtocol",
        "prefixListId",
        "referencedSecurityGroupId",
        "toPort",
    ];

    private static readonly string[] BucketProperties =
    [
        "accelerationStatus",
        "acl",
        "corsRules",
        "forceDestroy",
        "grants",
        "lifecycleRules",
        "logging",
        "loggings",
        "objectLockConfiguration.rule",
        "policy",
        "replicationConfiguration",
        "requestPayer",
        "serverSideEncryptionConfiguration",
        "versioning",
        "versionings",
        "website",
    ];

    public static FrozenDictionary<string, TypeReview> ByType { get; } = ((TypeReview[])
    [
        .. InPlaceDataProperties.Reviews,

        // rds/cluster.go. Taken out of its global database or promoted, a cluster stays itself (DataGuards refuses both).
        // Left out though not ForceNew: clusterMembers.
        new(
            RdsTypes.Cluster,
            "allocatedStorage",
            "allowMajorVersionUpgrade",
            "applyImmediately",
            "autoMinorVersionUpgrade",
            "backtrackWindow",
            "backupRetentionPeriod",
            "caCertificateIdentifier",
            "copyTagsToSnapshot",
            "databaseInsightsMode",
            "dbClusterInstanceClass",
            "dbClusterParameterGroupName",
            "dbInstanceParameterGroupName",
            "deleteAutomatedBackups",
            "deletionProtection",
            "domain",
            "domainIamRoleName",
            "enableGlobalWriteForwarding",
            "enableHttpEndpoint",
            "enableLocalWriteForwarding",
            "enabledCloudwatchLogsExports",
            "engineVersion",
            "finalSnapshotIdentifier",
            "globalClusterIdentifier",
            "iamDatabaseAuthenticationEnabled",
            "iamRoles",
            "iops",
            "masterPassword",
            "masterPasswordWoVersion",
            "monitoringInterval",
            "monitoringRoleArn",
            "networkType",
            "performanceInsightsEnabled",
            "performanceInsightsKmsKeyId",
            "performanceInsightsRetentionPeriod",
            "port",
            "preferredBackupWindow",
            "preferredMaintenanceWindow",
            "replicationSourceIdentifier",
            "scalingConfiguration",
            "serverlessv2ScalingConfiguration",
            "skipFinalSnapshot",
            "storageType",
            "vpcSecurityGroupIds"),

        // rds/global_cluster.go: everything else is ForceNew.
        new(RdsTypes.GlobalCluster, "deletionProtection", "engineVersion", "engineLifecycleSupport", "forceDestroy"),

        // rds/cluster_instance.go. Capacity, not data: what it serves is in the cluster's volume.
        new(
            RdsTypes.ClusterInstance,
            "applyImmediately",
            "autoMinorVersionUpgrade",
            "caCertIdentifier",
            "copyTagsToSnapshot",
            "dbParameterGroupName",
            "engineVersion",
            "forceDestroy",
            "instanceClass",
            "monitoringInterval",
            "monitoringRoleArn",
            "performanceInsightsEnabled",
            "performanceInsightsKmsKeyId",
            "performanceInsightsRetentionPeriod",
            "preferredBackupWindow",
            "preferredMaintenanceWindow",
            "promotionTier",
            "publiclyAccessible"),
        new(RdsTypes.ClusterParameterGroup, "parameters"),
        new(RdsTypes.SubnetGroup, "description", "subnetIds"),

        // dynamodb/table.go. A replica whose key or consistency changes is deleted and made again, so neither is here.
        // Streams are left out: global tables copy through them.
        new(
            DynamoDbTypes.Table,
            "attributes",
            "billingMode",
            "deletionProtectionEnabled",
            "globalSecondaryIndexes",
            "onDemandThroughput",
            "pointInTimeRecovery",
            "readCapacity",
            "replicas[+]",
            "replicas[-]",
            "replicas[*].deletionProtectionEnabled",
            "replicas[*].pointInTimeRecovery",
            "replicas[*].propagateTags",
            "serverSideEncryption",
            "tableClass",
            "ttl",
            "warmThroughput",
            "writeCapacity"),

        // s3/bucket.go and its sub-resources: the bucket's name is ForceNew in all of them, the rest is one Put call.
        new(S3Types.Bucket, BucketProperties),
        new(S3Types.BucketV2, BucketProperties),
        new(S3Types.BucketVersioning, "versioningConfiguration", "mfa"),
        new(S3Types.BucketServerSideEncryptionConfiguration, "rules"),
        new(
            S3Types.BucketPublicAccessBlock,
            "blockPublicAcls",
            "blockPublicPolicy",
            "ignorePublicAcls",
            "restrictPublicBuckets",
            "skipDestroy"),
        new(S3Types.BucketPolicy, "policy"),
        new(S3Types.BucketOwnershipControls, "rule"),
        new(S3Types.BucketLifecycleConfiguration, "rules", "transitionDefaultMinimumObjectSize"),
        new(S3Types.BucketReplicationConfig, "role", "rules", "token"),
        new(S3Types.BucketObjectLockConfiguration, "rule", "token"),

        // secretsmanager/secret.go. A new value is a new version (secret_version.go: secret_string is ForceNew).
        new(
            SecretsManagerTypes.Secret,
            "description",
            "forceOverwriteReplicaSecret",
            "kmsKeyId",
            "policy",
            "recoveryWindowInDays",
            "replicas[+]",
            "replicas[-]"),
        new(SecretsManagerTypes.SecretVersion, "versionStages"),

        // kms/key.go, kms/replica_key.go, kms/alias.go.
        new(
            KmsTypes.Key,
            "bypassPolicyLockoutSafetyCheck",
            "deletionWindowInDays",
            "description",
            "enableKeyRotation",
            "isEnabled",
            "policy",
            "rotationPeriodInDays"),
        new(KmsTypes.ReplicaKey, "bypassPolicyLockoutSafetyCheck", "deletionWindowInDays", "description", "enabled", "policy"),
        new(KmsTypes.Alias, "targetKeyId"),

        // autoscaling/group.go: only the name is ForceNew.
        new(
            AutoScalingTypes.Group,
            "capacityRebalance",
            "defaultCooldown",
            "defaultInstanceWarmup",
            "desiredCapacity",
            "enabledMetrics",
            "forceDelete",
            "healthCheckGracePeriod",
            "healthCheckType",
            "instanceRefresh",
            "launchTemplate",
            "maxInstanceLifetime",
            "maxSize",
            "metricsGranularity",
            "minSize",
            "placementGroup",
            "protectFromScaleIn",
            "serviceLinkedRoleArn",
            "suspendedProcesses",
            "targetGroupArns",
            "terminationPolicies",
            "vpcZoneIdentifiers",
            "waitForCapacityTimeout"),

        // backup/vault.go; a lock (backup/vault_lock_configuration.go) has no update at all.
        new(BackupTypes.Vault, "forceDestroy"),
        new(BackupTypes.VaultLockConfiguration),

        new(Ec2Types.Vpc, "assignGeneratedIpv6CidrBlock", "enableDnsHostnames", "enableDnsSupport", "enableNetworkAddressUsageMetrics"),
        new(
            Ec2Types.Subnet,
            "assignIpv6AddressOnCreation",
            "enableDns64",
            "enableResourceNameDnsARecordOnLaunch",
            "mapPublicIpOnLaunch",
            "privateDnsHostnameTypeOnLaunch"),
        new(
            Ec2Types.Route,
            "carrierGatewayId",
            "egressOnlyGatewayId",
            "gatewayId",
            "natGatewayId",
            "networkInterfaceId",
            "transitGatewayId",
            "vpcEndpointId",
            "vpcPeeringConnectionId"),
        new(Ec2Types.RouteTable, "propagatingVgws", "routes"),
        new(Ec2Types.VpcEndpoint, "autoAccept", "ipAddressType", "policy", "privateDnsEnabled", "routeTableIds", "securityGroupIds", "subnetIds"),
        new(Ec2Types.SecurityGroup, "egress", "ingress", "revokeRulesOnDelete"),
        new(Ec2Types.DefaultSecurityGroup, "egress", "ingress"),
        new(VpcTypes.SecurityGroupIngressRule, SecurityRuleProperties),
        new(VpcTypes.SecurityGroupEgressRule, SecurityRuleProperties),
        new(CloudWatchTypes.LogGroup, "deletionProtectionEnabled", "kmsKeyId", "retentionInDays", "skipDestroy"),
        new(
            IamTypes.Role,
            "assumeRolePolicy",
            "description",
            "forceDetachPolicies",
            "inlinePolicies",
            "managedPolicyArns",
            "maxSessionDuration",
            "permissionsBoundary"),
        new(IamTypes.RolePolicy, "policy"),
        new(SsmTypes.Parameter, "allowedPattern", "description", "insecureValue", "keyId", "tier", "value"),

        // A provider's Region decides where everything under it is; the rest is configuration of the plugin.
        new(ProviderResources.Aws, "allowedAccountIds", "defaultTags", "forbiddenAccountIds", "ignoreTags", "maxRetries", "retryMode"),
    ]).ToFrozenDictionary(review => review.Type, StringComparer.Ordinal);
}
