using DrInfra.Policies.Assessment;

namespace DrInfra.Policies.Operations;

/// <summary>A type of resource that holds no data itself, and whose deletion takes a copy, its history or its protection away.</summary>
/// <param name="Type">The type token.</param>
/// <param name="Loss">What its deletion does, as the end of a sentence.</param>
/// <param name="Rule">The kind of refusal that its deletion is.</param>
/// <param name="Owner">The property that names what it guards; null where that is in a document.</param>
/// <param name="Gap">Whether a replacement leaves a gap that is as bad as the deletion.</param>
public sealed record GuardingType(string Type, string Loss, OperationRule Rule, string? Owner, bool Gap = false);

/// <summary>The types of resources that guard data beside those that hold it (<see cref="StatefulTypes"/>).</summary>
public static class GuardingTypes
{
    private static readonly Dictionary<string, GuardingType> Known = new GuardingType[]
    {
        // A versioning resource that goes suspends the versions of its bucket.
        new("aws:s3/bucketVersioning:BucketVersioning", "suspends the bucket's versions", OperationRules.HistoryShortened, "bucket", Gap: true),
        new("aws:s3/bucketVersioningV2:BucketVersioningV2", "suspends the bucket's versions", OperationRules.HistoryShortened, "bucket", Gap: true),
        new("aws:s3/bucketReplicationConfig:BucketReplicationConfig", "stops the bucket's replication", OperationRules.ReplicationDetached, "bucket", Gap: true),
        new("aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration", "takes the object lock away", OperationRules.LockWeakened, "bucket"),
        new("aws:s3/bucketObjectLockConfigurationV2:BucketObjectLockConfigurationV2", "takes the object lock away", OperationRules.LockWeakened, "bucket"),
        new("aws:s3/bucketPolicy:BucketPolicy", "takes the bucket's policy away, with what it denies", OperationRules.ProtectionRemoved, "bucket"),
        new("aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock", "opens the bucket to public access", OperationRules.ProtectionRemoved, "bucket"),
        new("aws:s3/bucketOwnershipControls:BucketOwnershipControls", "takes the bucket's ownership controls away", OperationRules.ProtectionRemoved, "bucket"),
        new("aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration", "takes the bucket's own encryption away", OperationRules.ProtectionRemoved, "bucket"),
        new("aws:secretsmanager/secretVersion:SecretVersion", "takes the secret's value away", OperationRules.DataDeleted, "secretId"),
        new("aws:backup/plan:Plan", "ends the plan's backups", OperationRules.BackupRemoved, null),
        new("aws:backup/selection:Selection", "takes what it selects out of the backup plan", OperationRules.BackupRemoved, "planId"),
        new("aws:backup/regionSettings:RegionSettings", "takes the services' opt-in to backups away", OperationRules.BackupRemoved, null),
        new("aws:backup/vaultLockConfiguration:VaultLockConfiguration", "takes the vault's lock away", OperationRules.LockWeakened, "backupVaultName"),
        new("aws:backup/vaultPolicy:VaultPolicy", "takes the vault's policy away, with what it denies", OperationRules.ProtectionRemoved, "backupVaultName"),
        new("aws:dlm/lifecyclePolicy:LifecyclePolicy", "ends the policy's snapshots", OperationRules.BackupRemoved, null),
        new("aws:efs/backupPolicy:BackupPolicy", "ends the file system's backups", OperationRules.BackupRemoved, "fileSystemId"),
        new("aws:efs/replicationConfiguration:ReplicationConfiguration", "stops the file system's replication", OperationRules.ReplicationDetached, "sourceFileSystemId", Gap: true),
        new("aws:efs/fileSystemPolicy:FileSystemPolicy", "takes the file system's policy away, with what it denies", OperationRules.ProtectionRemoved, "fileSystemId"),
        new("aws:ecr/replicationConfiguration:ReplicationConfiguration", "stops the registry's replication", OperationRules.ReplicationDetached, null, Gap: true),
        new("aws:rds/instanceAutomatedBackupsReplication:InstanceAutomatedBackupsReplication", "stops the copies of the database's backups", OperationRules.ReplicationDetached, "sourceDbInstanceArn", Gap: true),
        new("aws:redshift/snapshotCopy:SnapshotCopy", "stops the copies of the warehouse's snapshots", OperationRules.ReplicationDetached, "clusterIdentifier", Gap: true),
        new("aws:redshift/snapshotSchedule:SnapshotSchedule", "ends the schedule's snapshots", OperationRules.BackupRemoved, null),
        new("aws:redshift/snapshotScheduleAssociation:SnapshotScheduleAssociation", "takes the warehouse off its snapshot schedule", OperationRules.BackupRemoved, "clusterIdentifier"),
        new("aws:msk/replicator:Replicator", "stops the replication of the topics", OperationRules.ReplicationDetached, null, Gap: true),
        new("aws:dms/replicationTask:ReplicationTask", "stops the replication", OperationRules.ReplicationDetached, null, Gap: true),
        new("aws:dms/replicationConfig:ReplicationConfig", "stops the replication", OperationRules.ReplicationDetached, null, Gap: true),
        new("aws:datasync/task:Task", "stops the copying", OperationRules.ReplicationDetached, null),
        new("aws:dsql/clusterPeering:ClusterPeering", "takes the cluster out of its pair", OperationRules.ReplicationDetached, "identifier", Gap: true),
        new("aws:opensearch/outboundConnection:OutboundConnection", "takes the connection of the replica away", OperationRules.ReplicationDetached, null, Gap: true),
        new("aws:dynamodb/resourcePolicy:ResourcePolicy", "takes the table's policy away, with what it denies", OperationRules.ProtectionRemoved, "resourceArn"),
        new("aws:ram/resourceShare:ResourceShare", "ends the share with the recovery account", OperationRules.CopyRemoved, null),
        new("aws:ram/resourceAssociation:ResourceAssociation", "takes what it shares from the recovery account", OperationRules.CopyRemoved, "resourceArn"),
        new("aws:ram/principalAssociation:PrincipalAssociation", "takes the share from the recovery account", OperationRules.CopyRemoved, "resourceShareArn"),
        new("aws:ebs/snapshotCopy:SnapshotCopy", "deletes the copy of the snapshot", OperationRules.DataDeleted, null, Gap: true),
        new("aws:fsx/backup:Backup", "deletes the backup", OperationRules.DataDeleted, null, Gap: true),
        new("aws:fsx/ontapVolume:OntapVolume", "deletes the volume", OperationRules.DataDeleted, null, Gap: true),
        new("aws:fsx/openZfsVolume:OpenZfsVolume", "deletes the volume", OperationRules.DataDeleted, null, Gap: true),

        // Nothing goes with these; how long they keep is looked at.
        new("aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration", "", OperationRules.HistoryShortened, "bucket"),
        new("aws:s3/bucketLifecycleConfigurationV2:BucketLifecycleConfigurationV2", "", OperationRules.HistoryShortened, "bucket"),
    }.ToDictionary(type => type.Type, StringComparer.Ordinal);

    public static IEnumerable<GuardingType> All => Known.Values;

    /// <summary>The entry of a type; null where resources of it guard nothing.</summary>
    public static GuardingType? Find(string type) => Known.GetValueOrDefault(type);
}
