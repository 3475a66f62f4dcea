using System.Collections.Frozen;
using DrInfra.Drctl.Emulation;

namespace DrInfra.Drctl.Diff;

/// <summary>
/// The reviewed list of what may change without a new resource. Whatever is not here "may replace": for what holds data,
/// doubt counts as danger. Source, where a line names no other: the schema and the update function of the resource in
/// hashicorp/terraform-provider-aws (internal/service), which the Pulumi provider bridges.
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

    public static FrozenDictionary<string, TypeReview> ByType { get; } = new TypeReview[]
    {
        // rds/cluster.go. Left out though not ForceNew: globalClusterIdentifier (unset, it takes the member out of the
        // global database), replicationSourceIdentifier (unset, it promotes), clusterMembers.
        new(
            RdsResources.Cluster,
            true,
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
            "scalingConfiguration",
            "serverlessv2ScalingConfiguration",
            "skipFinalSnapshot",
            "storageType",
            "vpcSecurityGroupIds"),

        // rds/global_cluster.go: everything else is ForceNew.
        new(RdsResources.GlobalCluster, true, "deletionProtection", "engineVersion", "engineLifecycleSupport", "forceDestroy"),

        // rds/cluster_instance.go. Capacity, not data: what it serves is in the cluster's volume.
        new(
            RdsResources.ClusterInstance,
            false,
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
        new(RdsResources.ClusterParameterGroup, false, "parameters"),
        new(RdsResources.SubnetGroup, false, "description", "subnetIds"),

        // dynamodb/table.go. A replica whose key or consistency changes is deleted and made again, so neither is here.
        // Streams are left out: global tables copy through them.
        new(
            DynamoDbResources.Table,
            true,
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
        new(S3Resources.Bucket, true, "forceDestroy"),
        new(S3Resources.BucketVersioning, true, "versioningConfiguration", "mfa"),
        new(S3Resources.BucketServerSideEncryptionConfiguration, true, "rules"),
        new(
            S3Resources.BucketPublicAccessBlock,
            true,
            "blockPublicAcls",
            "blockPublicPolicy",
            "ignorePublicAcls",
            "restrictPublicBuckets",
            "skipDestroy"),
        new(S3Resources.BucketPolicy, true, "policy"),
        new(S3Resources.BucketOwnershipControls, true, "rule"),
        new(S3Resources.BucketLifecycleConfiguration, true, "rules", "transitionDefaultMinimumObjectSize"),
        new(S3Resources.BucketReplicationConfig, true, "role", "rules", "token"),
        new(S3Resources.BucketObjectLockConfiguration, true, "rule", "token"),

        // secretsmanager/secret.go. A new value is a new version (secret_version.go: secret_string is ForceNew).
        new(
            SecretsManagerResources.Secret,
            true,
            "description",
            "forceOverwriteReplicaSecret",
            "kmsKeyId",
            "policy",
            "recoveryWindowInDays",
            "replicas[+]",
            "replicas[-]"),
        new(SecretsManagerResources.SecretVersion, true, "versionStages"),

        // kms/key.go, kms/replica_key.go, kms/alias.go.
        new(
            KmsResources.Key,
            true,
            "bypassPolicyLockoutSafetyCheck",
            "deletionWindowInDays",
            "description",
            "enableKeyRotation",
            "isEnabled",
            "policy",
            "rotationPeriodInDays"),
        new(KmsResources.ReplicaKey, true, "bypassPolicyLockoutSafetyCheck", "deletionWindowInDays", "description", "enabled", "policy"),
        new(KmsResources.Alias, false, "targetKeyId"),

        // autoscaling/group.go: name, launch configuration's absence and placement are ForceNew or left out.
        new(
            "aws:autoscaling/group:Group",
            false,
            "capacityRebalance",
            "defaultInstanceWarmup",
            "desiredCapacity",
            "enabledMetrics",
            "healthCheckGracePeriod",
            "healthCheckType",
            "instanceRefresh",
            "launchTemplate",
            "maxSize",
            "minSize",
            "suspendedProcesses",
            "targetGroupArns",
            "terminationPolicies",
            "vpcZoneIdentifiers"),

        // backup/vault.go; a lock (backup/vault_lock_configuration.go) has no update at all.
        new("aws:backup/vault:Vault", true, "forceDestroy"),
        new("aws:backup/vaultLockConfiguration:VaultLockConfiguration", true),

        new(NetworkResources.Vpc, false, "enableDnsHostnames", "enableDnsSupport", "enableNetworkAddressUsageMetrics"),
        new(NetworkResources.Subnet, false, "mapPublicIpOnLaunch", "privateDnsHostnameTypeOnLaunch"),
        new(
            NetworkResources.Route,
            false,
            "carrierGatewayId",
            "egressOnlyGatewayId",
            "gatewayId",
            "natGatewayId",
            "networkInterfaceId",
            "transitGatewayId",
            "vpcEndpointId",
            "vpcPeeringConnectionId"),
        new(NetworkResources.RouteTable, false, "propagatingVgws", "routes"),
        new(NetworkResources.VpcEndpoint, false, "policy", "privateDnsEnabled", "routeTableIds", "securityGroupIds", "subnetIds"),
        new(SecurityGroupResources.SecurityGroup, false, "egress", "ingress", "revokeRulesOnDelete"),
        new(SecurityGroupResources.DefaultSecurityGroup, false, "egress", "ingress"),
        new(SecurityGroupResources.IngressRule, false, SecurityRuleProperties),
        new(SecurityGroupResources.EgressRule, false, SecurityRuleProperties),
        new(LogsResources.LogGroup, false, "deletionProtectionEnabled", "kmsKeyId", "retentionInDays", "skipDestroy"),
        new(
            IamResources.Role,
            false,
            "assumeRolePolicy",
            "description",
            "forceDetachPolicies",
            "inlinePolicies",
            "managedPolicyArns",
            "maxSessionDuration",
            "permissionsBoundary"),
        new(IamResources.RolePolicy, false, "policy"),
        new(SsmResources.Parameter, false, "allowedPattern", "description", "insecureValue", "keyId", "tier", "value"),

        // A provider's Region decides where everything under it is; the rest is configuration of the plugin.
        new(ProviderResources.Aws, false, "allowedAccountIds", "defaultTags", "forbiddenAccountIds", "ignoreTags", "maxRetries", "retryMode"),
    }.ToFrozenDictionary(review => review.Type, StringComparer.Ordinal);
}
