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
            "aws:rds/instance:Instance",
            "allocatedStorage", "allowMajorVersionUpgrade", "applyImmediately", "autoMinorVersionUpgrade", "backupRetentionPeriod", "backupWindow",
            "blueGreenUpdate", "caCertIdentifier", "copyTagsToSnapshot", "customerOwnedIpEnabled", "databaseInsightsMode", "dbSubnetGroupName",
            "dedicatedLogVolume", "deleteAutomatedBackups", "deletionProtection", "domain", "domainIamRoleName", "enabledCloudwatchLogsExports",
            "engineVersion", "finalSnapshotIdentifier", "iamDatabaseAuthenticationEnabled", "instanceClass", "iops", "licenseModel", "maintenanceWindow",
            "manageMasterUserPassword", "maxAllocatedStorage", "monitoringInterval", "monitoringRoleArn", "multiAz", "networkType", "optionGroupName",
            "parameterGroupName", "password", "passwordWoVersion", "performanceInsightsEnabled", "performanceInsightsKmsKeyId",
            "performanceInsightsRetentionPeriod", "port", "publiclyAccessible", "replicaMode", "replicateSourceDb", "skipFinalSnapshot",
            "storageThroughput", "storageType", "vpcSecurityGroupIds"),
        new("aws:docdb/cluster:Cluster", ClusterProperties),
        new("aws:neptune/cluster:Cluster", ClusterProperties),
        new("aws:docdb/clusterInstance:ClusterInstance", InstanceProperties),
        new("aws:neptune/clusterInstance:ClusterInstance", InstanceProperties),
        new("aws:docdb/globalCluster:GlobalCluster", "deletionProtection", "engineVersion"),
        new("aws:neptune/globalCluster:GlobalCluster", "deletionProtection", "engineVersion"),

        // dynamodb/table_replica.go, dsql/cluster.go, keyspaces/table.go.
        new("aws:dynamodb/tableReplica:TableReplica", "deletionProtectionEnabled", "pointInTimeRecovery", "tableClassOverride"),
        new("aws:dsql/cluster:Cluster", "deletionProtectionEnabled", "forceDestroy", "kmsEncryptionKey", "multiRegionProperties.clusters"),
        new("aws:keyspaces/keyspace:Keyspace", "replicationSpecification.regionLists"),
        new("aws:keyspaces/table:Table", "capacitySpecification", "defaultTimeToLive", "pointInTimeRecovery", "ttl"),

        // elasticache/replication_group.go, elasticache/serverless_cache.go, memorydb/cluster.go.
        new(
            "aws:elasticache/replicationGroup:ReplicationGroup",
            "applyImmediately", "authToken", "authTokenUpdateStrategy", "authTokenWoVersion", "autoMinorVersionUpgrade", "automaticFailoverEnabled",
            "clusterMode", "description", "engineVersion", "finalSnapshotIdentifier", "ipDiscovery", "logDeliveryConfigurations", "maintenanceWindow",
            "multiAzEnabled", "nodeType", "notificationTopicArn", "numCacheClusters", "numNodeGroups", "parameterGroupName", "replicasPerNodeGroup",
            "securityGroupIds", "snapshotRetentionLimit", "snapshotWindow", "transitEncryptionMode", "userGroupIds"),
        new("aws:elasticache/globalReplicationGroup:GlobalReplicationGroup", "automaticFailoverEnabled", "cacheNodeType", "engineVersion", "globalReplicationGroupDescription", "numNodeGroups", "parameterGroupName"),
        new("aws:elasticache/serverlessCache:ServerlessCache", "cacheUsageLimits", "dailySnapshotTime", "description", "majorEngineVersion", "securityGroupIds", "snapshotRetentionLimit", "userGroupId"),
        new(
            "aws:memorydb/cluster:Cluster",
            "aclName", "description", "engineVersion", "finalSnapshotName", "ipDiscovery", "maintenanceWindow", "multiRegionClusterName", "nodeType",
            "numReplicasPerShard", "numShards", "parameterGroupName", "securityGroupIds", "snapshotRetentionLimit", "snapshotWindow", "snsTopicArn"),

        // opensearch/domain.go, redshift/cluster.go, kafka/cluster.go.
        new(
            "aws:opensearch/domain:Domain",
            "accessPolicies", "advancedOptions", "aimlOptions", "autoTuneOptions", "clusterConfig", "cognitoOptions", "domainEndpointOptions", "ebsOptions",
            "engineVersion", "logPublishingOptions", "offPeakWindowOptions", "snapshotOptions", "softwareUpdateOptions"),
        new(
            "aws:redshift/cluster:Cluster",
            "allowVersionUpgrade", "applyImmediately", "aquaConfigurationStatus", "automatedSnapshotRetentionPeriod", "availabilityZoneRelocationEnabled",
            "clusterParameterGroupName", "clusterType", "clusterVersion", "enhancedVpcRouting", "finalSnapshotIdentifier", "iamRoles", "logging",
            "manageMasterPassword", "manualSnapshotRetentionPeriod", "masterPassword", "masterPasswordWoVersion", "multiAz", "nodeType", "numberOfNodes",
            "preferredMaintenanceWindow", "publiclyAccessible", "skipFinalSnapshot", "snapshotCopy", "vpcSecurityGroupIds"),
        new(
            "aws:msk/cluster:Cluster",
            "brokerNodeGroupInfo.instanceType", "brokerNodeGroupInfo.storageInfo", "clientAuthentication", "configurationInfo", "enhancedMonitoring",
            "kafkaVersion", "loggingInfo", "numberOfBrokerNodes", "openMonitoring", "storageMode"),

        // kinesis/stream.go, sqs/queue.go, ecr/repository.go.
        new(
            "aws:kinesis/stream:Stream",
            "encryptionType", "enforceConsumerDeletion", "kmsKeyId", "retentionPeriod", "shardCount", "shardLevelMetrics", "streamModeDetails"),
        new(
            "aws:sqs/queue:Queue",
            "contentBasedDeduplication", "deduplicationScope", "delaySeconds", "fifoThroughputLimit", "kmsDataKeyReusePeriodSeconds", "kmsMasterKeyId",
            "maxMessageSize", "messageRetentionSeconds", "policy", "receiveWaitTimeSeconds", "redriveAllowPolicy", "redrivePolicy", "sqsManagedSseEnabled",
            "visibilityTimeoutSeconds"),
        new("aws:ecr/repository:Repository", "forceDelete", "imageScanningConfiguration", "imageTagMutability", "imageTagMutabilityExclusionFilters"),

        // efs/file_system.go, fsx, ec2/ebs_volume.go.
        new("aws:efs/fileSystem:FileSystem", "lifecyclePolicies", "protection", "provisionedThroughputInMibps", "throughputMode"),
        new("aws:efs/backupPolicy:BackupPolicy", "backupPolicy"),
        new("aws:efs/fileSystemPolicy:FileSystemPolicy", "bypassPolicyLockoutSafetyCheck", "policy"),
        new(
            "aws:fsx/lustreFileSystem:LustreFileSystem",
            "autoImportPolicy", "automaticBackupRetentionDays", "dailyAutomaticBackupStartTime", "dataCompressionType", "finalBackupTags", "logConfiguration",
            "metadataConfiguration", "perUnitStorageThroughput", "rootSquashConfiguration", "skipFinalBackup", "storageCapacity", "throughputCapacity",
            "weeklyMaintenanceStartTime"),
        new(
            "aws:fsx/ontapFileSystem:OntapFileSystem",
            "automaticBackupRetentionDays", "dailyAutomaticBackupStartTime", "diskIopsConfiguration", "fsxAdminPassword", "routeTableIds", "storageCapacity",
            "throughputCapacity", "throughputCapacityPerHaPair", "weeklyMaintenanceStartTime"),
        new(
            "aws:fsx/windowsFileSystem:WindowsFileSystem",
            "aliases", "auditLogConfiguration", "automaticBackupRetentionDays", "dailyAutomaticBackupStartTime", "diskIopsConfiguration", "finalBackupTags",
            "selfManagedActiveDirectory", "skipFinalBackup", "storageCapacity", "throughputCapacity", "weeklyMaintenanceStartTime"),
        new("aws:ebs/volume:Volume", "finalSnapshot", "iops", "size", "throughput", "type"),

        // backup/plan.go, backup/region_settings.go, dlm/lifecycle_policy.go; a selection (backup/selection.go) has no update at all.
        new("aws:backup/plan:Plan", "advancedBackupSettings", "rules"),
        new("aws:backup/regionSettings:RegionSettings", "resourceTypeManagementPreference", "resourceTypeOptInPreference"),
        new("aws:backup/vaultPolicy:VaultPolicy", "policy"),
        new("aws:dlm/lifecyclePolicy:LifecyclePolicy", "description", "executionRoleArn", "policyDetails", "state"),
        new("aws:ecr/replicationConfiguration:ReplicationConfiguration", "replicationConfiguration"),
        new("aws:dynamodb/resourcePolicy:ResourcePolicy", "confirmRemoveSelfResourceAccess", "policy"),
    ];
}
