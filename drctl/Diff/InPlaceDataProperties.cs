using DrInfra.Policies.Aws.Backup;
using DrInfra.Policies.Aws.Dlm;
using DrInfra.Policies.Aws.DocDb;
using DrInfra.Policies.Aws.Dsql;
using DrInfra.Policies.Aws.DynamoDb;
using DrInfra.Policies.Aws.Ebs;
using DrInfra.Policies.Aws.Ecr;
using DrInfra.Policies.Aws.Efs;
using DrInfra.Policies.Aws.ElastiCache;
using DrInfra.Policies.Aws.Fsx;
using DrInfra.Policies.Aws.Keyspaces;
using DrInfra.Policies.Aws.Kinesis;
using DrInfra.Policies.Aws.MemoryDb;
using DrInfra.Policies.Aws.Msk;
using DrInfra.Policies.Aws.Neptune;
using DrInfra.Policies.Aws.OpenSearch;
using DrInfra.Policies.Aws.Rds;
using DrInfra.Policies.Aws.Redshift;
using DrInfra.Policies.Aws.Sqs;

namespace DrInfra.Drctl.Diff;

/// <summary>
/// The reviewed list for services that the shipped program does not use. A name, a subnet group, a key, an engine, what is copied from
/// and what the first content is are ForceNew in all of them.
/// </summary>
internal static class InPlaceDataProperties
{
    // docdb/cluster.go and neptune/cluster.go.
    private static readonly string[] ClusterProperties =
    [
        "allowMajorVersionUpgrade", "applyImmediately", "backupRetentionPeriod", "copyTagsToSnapshot", "dbClusterParameterGroupName", "deletionProtection",
        "enableCloudwatchLogsExports", "enabledCloudwatchLogsExports", "engineVersion", "finalSnapshotIdentifier", "globalClusterIdentifier",
        "iamDatabaseAuthenticationEnabled", "iamRoles", "masterPassword", "masterPasswordWoVersion", "neptuneClusterParameterGroupName",
        "neptuneInstanceParameterGroupName", "port", "preferredBackupWindow", "preferredMaintenanceWindow", "replicationSourceIdentifier",
        "serverlessV2ScalingConfiguration", "skipFinalSnapshot", "storageType", "vpcSecurityGroupIds",
    ];

    private static readonly string[] InstanceProperties =
    [
        "applyImmediately", "autoMinorVersionUpgrade", "caCertIdentifier", "copyTagsToSnapshot", "enablePerformanceInsights", "instanceClass",
        "neptuneParameterGroupName", "preferredBackupWindow", "preferredMaintenanceWindow", "promotionTier", "skipFinalSnapshot",
    ];

    public static IReadOnlyList<TypeReview> Reviews { get; } =
    [
        // rds/instance.go.
        new(
            RdsTypes.Instance,
            "allocatedStorage", "allowMajorVersionUpgrade", "applyImmediately", "autoMinorVersionUpgrade", "backupRetentionPeriod", "backupWindow",
            "blueGreenUpdate", "caCertIdentifier", "copyTagsToSnapshot", "customerOwnedIpEnabled", "databaseInsightsMode", "dbSubnetGroupName",
            "dedicatedLogVolume", "deleteAutomatedBackups", "deletionProtection", "domain", "domainIamRoleName", "enabledCloudwatchLogsExports",
            "engineVersion", "finalSnapshotIdentifier", "iamDatabaseAuthenticationEnabled", "instanceClass", "iops", "licenseModel", "maintenanceWindow",
            "manageMasterUserPassword", "maxAllocatedStorage", "monitoringInterval", "monitoringRoleArn", "multiAz", "networkType", "optionGroupName",
            "parameterGroupName", "password", "passwordWoVersion", "performanceInsightsEnabled", "performanceInsightsKmsKeyId",
            "performanceInsightsRetentionPeriod", "port", "publiclyAccessible", "replicaMode", "replicateSourceDb", "skipFinalSnapshot",
            "storageThroughput", "storageType", "vpcSecurityGroupIds"),
        new(DocDbTypes.Cluster, ClusterProperties),
        new(NeptuneTypes.Cluster, ClusterProperties),
        new(DocDbTypes.ClusterInstance, InstanceProperties),
        new(NeptuneTypes.ClusterInstance, InstanceProperties),
        new(DocDbTypes.GlobalCluster, "deletionProtection", "engineVersion"),
        new(NeptuneTypes.GlobalCluster, "deletionProtection", "engineVersion"),

        // dynamodb/table_replica.go, dsql/cluster.go, keyspaces/table.go.
        new(DynamoDbTypes.TableReplica, "deletionProtectionEnabled", "pointInTimeRecovery", "tableClassOverride"),
        new(DsqlTypes.Cluster, "deletionProtectionEnabled", "forceDestroy", "kmsEncryptionKey", "multiRegionProperties.clusters"),
        new(KeyspacesTypes.Keyspace, "replicationSpecification.regionLists"),
        new(KeyspacesTypes.Table, "capacitySpecification", "defaultTimeToLive", "pointInTimeRecovery", "ttl"),

        // elasticache/replication_group.go, elasticache/serverless_cache.go, memorydb/cluster.go.
        new(
            ElastiCacheTypes.ReplicationGroup,
            "applyImmediately", "authToken", "authTokenUpdateStrategy", "authTokenWoVersion", "autoMinorVersionUpgrade", "automaticFailoverEnabled",
            "clusterMode", "description", "engineVersion", "finalSnapshotIdentifier", "ipDiscovery", "logDeliveryConfigurations", "maintenanceWindow",
            "multiAzEnabled", "nodeType", "notificationTopicArn", "numCacheClusters", "numNodeGroups", "parameterGroupName", "replicasPerNodeGroup",
            "securityGroupIds", "snapshotRetentionLimit", "snapshotWindow", "transitEncryptionMode", "userGroupIds"),
        new(ElastiCacheTypes.GlobalReplicationGroup, "automaticFailoverEnabled", "cacheNodeType", "engineVersion", "globalReplicationGroupDescription",
            "numNodeGroups", "parameterGroupName"),
        new(ElastiCacheTypes.ServerlessCache, "cacheUsageLimits", "dailySnapshotTime", "description", "majorEngineVersion", "securityGroupIds",
            "snapshotRetentionLimit", "userGroupId"),
        new(
            MemoryDbTypes.Cluster,
            "aclName", "description", "engineVersion", "finalSnapshotName", "ipDiscovery", "maintenanceWindow", "multiRegionClusterName", "nodeType",
            "numReplicasPerShard", "numShards", "parameterGroupName", "securityGroupIds", "snapshotRetentionLimit", "snapshotWindow", "snsTopicArn"),

        // opensearch/domain.go, redshift/cluster.go, kafka/cluster.go.
        new(
            OpenSearchTypes.Domain,
            "accessPolicies", "advancedOptions", "aimlOptions", "autoTuneOptions", "clusterConfig", "cognitoOptions", "domainEndpointOptions", "ebsOptions",
            "engineVersion", "logPublishingOptions", "offPeakWindowOptions", "snapshotOptions", "softwareUpdateOptions"),
        new(
            RedshiftTypes.Cluster,
            "allowVersionUpgrade", "applyImmediately", "aquaConfigurationStatus", "automatedSnapshotRetentionPeriod", "availabilityZoneRelocationEnabled",
            "clusterParameterGroupName", "clusterType", "clusterVersion", "enhancedVpcRouting", "finalSnapshotIdentifier", "iamRoles", "logging",
            "manageMasterPassword", "manualSnapshotRetentionPeriod", "masterPassword", "masterPasswordWoVersion", "multiAz", "nodeType", "numberOfNodes",
            "preferredMaintenanceWindow", "publiclyAccessible", "skipFinalSnapshot", "snapshotCopy", "vpcSecurityGroupIds"),
        new(
            MskTypes.Cluster,
            "brokerNodeGroupInfo.instanceType", "brokerNodeGroupInfo.storageInfo", "clientAuthentication", "configurationInfo", "enhancedMonitoring",
            "kafkaVersion", "loggingInfo", "numberOfBrokerNodes", "openMonitoring", "storageMode"),

        // kinesis/stream.go, sqs/queue.go, ecr/repository.go.
        new(
            KinesisTypes.Stream,
            "encryptionType", "enforceConsumerDeletion", "kmsKeyId", "retentionPeriod", "shardCount", "shardLevelMetrics", "streamModeDetails"),
        new(
            SqsTypes.Queue,
            "contentBasedDeduplication", "deduplicationScope", "delaySeconds", "fifoThroughputLimit", "kmsDataKeyReusePeriodSeconds", "kmsMasterKeyId",
            "maxMessageSize", "messageRetentionSeconds", "policy", "receiveWaitTimeSeconds", "redriveAllowPolicy", "redrivePolicy", "sqsManagedSseEnabled",
            "visibilityTimeoutSeconds"),
        new(EcrTypes.Repository, "forceDelete", "imageScanningConfiguration", "imageTagMutability", "imageTagMutabilityExclusionFilters"),

        // efs/file_system.go, fsx, ec2/ebs_volume.go.
        new(EfsTypes.FileSystem, "lifecyclePolicies", "protection", "provisionedThroughputInMibps", "throughputMode"),
        new(EfsTypes.BackupPolicy, "backupPolicy"),
        new(EfsTypes.FileSystemPolicy, "bypassPolicyLockoutSafetyCheck", "policy"),
        new(
            FsxTypes.LustreFileSystem,
            "autoImportPolicy", "automaticBackupRetentionDays", "dailyAutomaticBackupStartTime", "dataCompressionType", "finalBackupTags", "logConfiguration",
            "metadataConfiguration", "perUnitStorageThroughput", "rootSquashConfiguration", "skipFinalBackup", "storageCapacity", "throughputCapacity",
            "weeklyMaintenanceStartTime"),
        new(
            FsxTypes.OntapFileSystem,
            "automaticBackupRetentionDays", "dailyAutomaticBackupStartTime", "diskIopsConfiguration", "fsxAdminPassword", "routeTableIds", "storageCapacity",
            "throughputCapacity", "throughputCapacityPerHaPair", "weeklyMaintenanceStartTime"),
        new(
            FsxTypes.WindowsFileSystem,
            "aliases", "auditLogConfiguration", "automaticBackupRetentionDays", "dailyAutomaticBackupStartTime", "diskIopsConfiguration", "finalBackupTags",
            "selfManagedActiveDirectory", "skipFinalBackup", "storageCapacity", "throughputCapacity", "weeklyMaintenanceStartTime"),
        new(EbsTypes.Volume, "finalSnapshot", "iops", "size", "throughput", "type"),

        // backup/plan.go, backup/region_settings.go, dlm/lifecycle_policy.go; a selection (backup/selection.go) has no update at all.
        new(BackupTypes.Plan, "advancedBackupSettings", "rules"),
        new(BackupTypes.RegionSettings, "resourceTypeManagementPreference", "resourceTypeOptInPreference"),
        new(BackupTypes.VaultPolicy, "policy"),
        new(DlmTypes.LifecyclePolicy, "description", "executionRoleArn", "policyDetails", "state"),
        new(EcrTypes.ReplicationConfiguration, "replicationConfiguration"),
        new(DynamoDbTypes.ResourcePolicy, "confirmRemoveSelfResourceAccess", "policy"),
    ];
}
