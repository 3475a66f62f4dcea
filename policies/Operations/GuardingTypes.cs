using DrInfra.Policies.Assessment;
using DrInfra.Policies.Aws.Backup;
using DrInfra.Policies.Aws.DataSync;
using DrInfra.Policies.Aws.Dlm;
using DrInfra.Policies.Aws.Dms;
using DrInfra.Policies.Aws.Dsql;
using DrInfra.Policies.Aws.DynamoDb;
using DrInfra.Policies.Aws.Ebs;
using DrInfra.Policies.Aws.Ecr;
using DrInfra.Policies.Aws.Efs;
using DrInfra.Policies.Aws.Fsx;
using DrInfra.Policies.Aws.Msk;
using DrInfra.Policies.Aws.OpenSearch;
using DrInfra.Policies.Aws.Ram;
using DrInfra.Policies.Aws.Rds;
using DrInfra.Policies.Aws.Redshift;
using DrInfra.Policies.Aws.S3;
using DrInfra.Policies.Aws.SecretsManager;

namespace DrInfra.Policies.Operations;

/// <summary>A type of resource that holds no data itself, and whose deletion takes a copy, its history or its protection away.</summary>
/// <param name="Type">The type token.</param>
/// <param name="Loss">What its deletion does, as the end of a sentence.</param>
/// <param name="Rule">The kind of refusal that its deletion is.</param>
/// <param name="Gap">Whether a replacement leaves a gap that is as bad as the deletion.</param>
public sealed record GuardingType(string Type, string Loss, OperationRule Rule, bool Gap = false);

/// <summary>The types of resources that guard data beside those that hold it (<see cref="StatefulTypes"/>).</summary>
public static class GuardingTypes
{
    private static readonly Dictionary<string, GuardingType> Known = new GuardingType[]
    {
        // A versioning resource that goes suspends the versions of its bucket.
        new(S3Types.BucketVersioning, "suspends the bucket's versioning", OperationRules.HistoryShortened, Gap: true),
        new(S3Types.BucketVersioningV2, "suspends the bucket's versioning", OperationRules.HistoryShortened, Gap: true),
        new(S3Types.BucketReplicationConfig, "stops the bucket's replication", OperationRules.ReplicationDetached, Gap: true),
        new(S3Types.BucketObjectLockConfiguration, "removes the Object Lock", OperationRules.LockWeakened),
        new(S3Types.BucketObjectLockConfigurationV2, "removes the Object Lock", OperationRules.LockWeakened),
        new(S3Types.BucketPolicy, "removes the bucket policy and its denials", OperationRules.ProtectionRemoved),
        new(S3Types.BucketPublicAccessBlock, "opens the bucket to public access", OperationRules.ProtectionRemoved),
        new(S3Types.BucketOwnershipControls, "removes the bucket's ownership controls", OperationRules.ProtectionRemoved),
        new(S3Types.BucketServerSideEncryptionConfiguration, "removes the bucket's default encryption", OperationRules.ProtectionRemoved),
        new(SecretsManagerTypes.SecretVersion, "removes the secret's value", OperationRules.DataDeleted),
        new(BackupTypes.Plan, "ends the plan's backups", OperationRules.BackupRemoved),
        new(BackupTypes.Selection, "removes its resources from the backup plan", OperationRules.BackupRemoved),
        new(BackupTypes.RegionSettings, "removes the services' opt-in to AWS Backup", OperationRules.BackupRemoved),
        new(BackupTypes.VaultLockConfiguration, "removes the vault lock", OperationRules.LockWeakened),
        new(BackupTypes.VaultPolicy, "removes the vault policy and its denials", OperationRules.ProtectionRemoved),
        new(DlmTypes.LifecyclePolicy, "ends the policy's snapshots", OperationRules.BackupRemoved),
        new(EfsTypes.BackupPolicy, "ends the file system's backups", OperationRules.BackupRemoved),
        new(EfsTypes.ReplicationConfiguration, "stops the file system's replication", OperationRules.ReplicationDetached, Gap: true),
        new(EfsTypes.FileSystemPolicy, "removes the file system policy and its denials", OperationRules.ProtectionRemoved),
        new(EcrTypes.ReplicationConfiguration, "stops the registry's replication", OperationRules.ReplicationDetached, Gap: true),
        new(RdsTypes.InstanceAutomatedBackupsReplication, "stops the copies of the database's backups", OperationRules.ReplicationDetached, Gap: true),
        new(RedshiftTypes.SnapshotCopy, "stops the copies of the warehouse's snapshots", OperationRules.ReplicationDetached, Gap: true),
        new(RedshiftTypes.SnapshotSchedule, "ends the schedule's snapshots", OperationRules.BackupRemoved),
        new(RedshiftTypes.SnapshotScheduleAssociation, "removes the warehouse from its snapshot schedule", OperationRules.BackupRemoved),
        new(MskTypes.Replicator, "stops the replication of the topics", OperationRules.ReplicationDetached, Gap: true),
        new(DmsTypes.ReplicationTask, "stops the replication", OperationRules.ReplicationDetached, Gap: true),
        new(DmsTypes.ReplicationConfig, "stops the replication", OperationRules.ReplicationDetached, Gap: true),
        new(DataSyncTypes.Task, "stops the copy task", OperationRules.ReplicationDetached),
        new(DsqlTypes.ClusterPeering, "removes the cluster from its pair", OperationRules.ReplicationDetached, Gap: true),
        new(OpenSearchTypes.OutboundConnection, "removes the connection of the replica", OperationRules.ReplicationDetached, Gap: true),
        new(DynamoDbTypes.ResourcePolicy, "removes the table's resource policy and its denials", OperationRules.ProtectionRemoved),
        new(RamTypes.ResourceShare, "ends the share with the recovery account", OperationRules.CopyRemoved),
        new(RamTypes.ResourceAssociation, "removes the shared resource from the recovery account", OperationRules.CopyRemoved),
        new(RamTypes.PrincipalAssociation, "removes the share from the recovery account", OperationRules.CopyRemoved),
        new(EbsTypes.SnapshotCopy, "deletes the copy of the snapshot", OperationRules.DataDeleted, Gap: true),
        new(FsxTypes.Backup, "deletes the backup", OperationRules.DataDeleted, Gap: true),
        new(FsxTypes.OntapVolume, "deletes the volume", OperationRules.DataDeleted, Gap: true),
        new(FsxTypes.OpenZfsVolume, "deletes the volume", OperationRules.DataDeleted, Gap: true),

        // Nothing goes with these; how long they keep is looked at.
        new(S3Types.BucketLifecycleConfiguration, "", OperationRules.HistoryShortened),
        new(S3Types.BucketLifecycleConfigurationV2, "", OperationRules.HistoryShortened),
    }.ToDictionary(type => type.Type, StringComparer.Ordinal);

    public static IEnumerable<GuardingType> All => Known.Values;

    /// <summary>The entry of a type; null where resources of it guard nothing.</summary>
    public static GuardingType? Find(string type) => Known.GetValueOrDefault(type);
}
