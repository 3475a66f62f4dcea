using System.Collections.Frozen;
using DrInfra.Drctl.Emulation;

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
            RdsResources.Cluster,
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
        new(RdsResources.GlobalCluster, "deletionProtection", "engineVersion", "engineLifecycleSupport", "forceDestroy"),

        // rds/cluster_instance.go. Capacity, not data: what it serves is in the cluster's volume.
        new(
            RdsResources.ClusterInstance,
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
        new(RdsResources.ClusterParameterGroup, "parameters"),
        new(RdsResources.SubnetGroup, "description", "subnetIds"),

        // dynamodb/table.go. A replica whose key or consistency changes is deleted and made again, so neither is here.
        // Streams are left out: global tables copy through them.
        new(
            DynamoDbResources.Table,
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
        new(S3Resources.Bucket, BucketProperties),
        new("aws:s3/bucketV2:BucketV2", BucketProperties),
        new(S3Resources.BucketVersioning, "versioningConfiguration", "mfa"),
        new(S3Resources.BucketServerSideEncryptionConfiguration, "rules"),
        new(
            S3Resources.BucketPublicAccessBlock,
            "blockPublicAcls",
            "blockPublicPolicy",
            "ignorePublicAcls",
            "restrictPublicBuckets",
            "skipDestroy"),
        new(S3Resources.BucketPolicy, "policy"),
        new(S3Resources.BucketOwnershipControls, "rule"),
        new(S3Resources.BucketLifecycleConfiguration, "rules", "transitionDefaultMinimumObjectSize"),
        new(S3Resources.BucketReplicationConfig, "role", "rules", "token"),
        new(S3Resources.BucketObjectLockConfiguration, "rule", "token"),

        // secretsmanager/secret.go. A new value is a new version (secret_version.go: secret_string is ForceNew).
        new(
            SecretsManagerResources.Secret,
            "description",
            "forceOverwriteReplicaSecret",
            "kmsKeyId",
            "policy",
            "recoveryWindowInDays",
            "replicas[+]",
            "replicas[-]"),
        new(SecretsManagerResources.SecretVersion, "versionStages"),

        // kms/key.go, kms/replica_key.go, kms/alias.go.
        new(
            KmsResources.Key,
            "bypassPolicyLockoutSafetyCheck",
            "deletionWindowInDays",
            "description",
            "enableKeyRotation",
            "isEnabled",
            "policy",
            "rotationPeriodInDays"),
        new(KmsResources.ReplicaKey, "bypassPolicyLockoutSafetyCheck", "deletionWindowInDays", "description", "enabled", "policy"),
        new(KmsResources.Alias, "targetKeyId"),

        // autoscaling/group.go: only the name is ForceNew.
        new(
            "aws:autoscaling/group:Group",
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
        new("aws:backup/vault:Vault", "forceDestroy"),
        new("aws:backup/vaultLockConfiguration:VaultLockConfiguration"),

        new(NetworkResources.Vpc, "assignGeneratedIpv6CidrBlock", "enableDnsHostnames", "enableDnsSupport", "enableNetworkAddressUsageMetrics"),
        new(
            NetworkResources.Subnet,
            "assignIpv6AddressOnCreation",
            "enableDns64",
            "enableResourceNameDnsARecordOnLaunch",
            "mapPublicIpOnLaunch",
            "privateDnsHostnameTypeOnLaunch"),
        new(
            NetworkResources.Route,
            "carrierGatewayId",
            "egressOnlyGatewayId",
            "gatewayId",
            "natGatewayId",
            "networkInterfaceId",
            "transitGatewayId",
            "vpcEndpointId",
            "vpcPeeringConnectionId"),
        new(NetworkResources.RouteTable, "propagatingVgws", "routes"),
        new(NetworkResources.VpcEndpoint, "autoAccept", "ipAddressType", "policy", "privateDnsEnabled", "routeTableIds", "securityGroupIds", "subnetIds"),
        new(SecurityGroupResources.SecurityGroup, "egress", "ingress", "revokeRulesOnDelete"),
        new(SecurityGroupResources.DefaultSecurityGroup, "egress", "ingress"),
        new(SecurityGroupResources.IngressRule, SecurityRuleProperties),
        new(SecurityGroupResources.EgressRule, SecurityRuleProperties),
        new(LogsResources.LogGroup, "deletionProtectionEnabled", "kmsKeyId", "retentionInDays", "skipDestroy"),
        new(
            IamResources.Role,
            "assumeRolePolicy",
            "description",
            "forceDetachPolicies",
            "inlinePolicies",
            "managedPolicyArns",
            "maxSessionDuration",
            "permissionsBoundary"),
        new(IamResources.RolePolicy, "policy"),
        new(SsmResources.Parameter, "allowedPattern", "description", "insecureValue", "keyId", "tier", "value"),

        // A provider's Region decides where everything under it is; the rest is configuration of the plugin.
        new(ProviderResources.Aws, "allowedAccountIds", "defaultTags", "forbiddenAccountIds", "ignoreTags", "maxRetries", "retryMode"),
    ]).ToFrozenDictionary(review => review.Type, StringComparer.Ordinal);
}
