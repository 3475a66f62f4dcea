using DrInfra.Policies.Aws.Backup;
using DrInfra.Policies.Aws.Dlm;
using DrInfra.Policies.Aws.DocDb;
using DrInfra.Policies.Aws.Dsql;
using DrInfra.Policies.Aws.DynamoDb;
using DrInfra.Policies.Aws.Ecr;
using DrInfra.Policies.Aws.Efs;
using DrInfra.Policies.Aws.ElastiCache;
using DrInfra.Policies.Aws.Fsx;
using DrInfra.Policies.Aws.Keyspaces;
using DrInfra.Policies.Aws.Kinesis;
using DrInfra.Policies.Aws.Kms;
using DrInfra.Policies.Aws.MemoryDb;
using DrInfra.Policies.Aws.Neptune;
using DrInfra.Policies.Aws.Ram;
using DrInfra.Policies.Aws.Rds;
using DrInfra.Policies.Aws.Redshift;
using DrInfra.Policies.Aws.S3;
using DrInfra.Policies.Aws.SecretsManager;
using DrInfra.Policies.Aws.Sqs;
using DrInfra.Policies.Aws.TimestreamWrite;
using DrInfra.Policies.Graph;
using static DrInfra.Drctl.Diff.Guard;
using static DrInfra.Policies.Operations.OperationRules;

namespace DrInfra.Drctl.Diff;

/// <summary>
/// What an update takes away from data in place. Defaults are those of the services, as the documentation of the resource in the
/// AWS provider states them.
/// </summary>
internal static class DataGuards
{
    private static readonly string[] Versioning = [S3Types.BucketVersioning, S3Types.BucketVersioningV2];
    private static readonly string[] ObjectLock = [S3Types.BucketObjectLockConfiguration, S3Types.BucketObjectLockConfigurationV2];
    private static readonly string[] Clusters = [RdsTypes.Cluster, DocDbTypes.Cluster, NeptuneTypes.Cluster];
    private static readonly string[] FileSystems = [FsxTypes.LustreFileSystem, FsxTypes.OntapFileSystem, FsxTypes.OpenZfsFileSystem];
    private static readonly string[] Caches =
    [
        ElastiCacheTypes.Cluster,
        ElastiCacheTypes.ReplicationGroup,
        ElastiCacheTypes.ServerlessCache,
        MemoryDbTypes.Cluster,
    ];

    private static readonly Guard[] Guards =
    [
        .. Protection(),
        .. History(),
        .. Locks(),
        .. Replication(),
        .. Backups(),
        new([KmsTypes.Key, KmsTypes.ExternalKey], "isEnabled", BecomesFalse, KeyDisabled, "disables the key", "data encrypted with it cannot be read"),
        new([KmsTypes.ReplicaKey, KmsTypes.ExternalKey], "enabled", BecomesFalse, KeyDisabled, "disables the key", "data encrypted with it cannot be read"),
    ];

    /// <inheritdoc cref="Guard.Refusals"/>
    public static IEnumerable<Refusal> Refusals(string type, MapValue old, MapValue @new, IReadOnlyList<string> ignored) =>
        Guard.Refusals(Guards, type, old, @new, ignored);

    private static IEnumerable<Guard> Protection() =>
    [
        new([], "deletionProtection", Off, ProtectionRemoved, "removes deletionProtection"),
        new([], "deletionProtectionEnabled", Off, ProtectionRemoved, "removes deletionProtectionEnabled"),
        new([], "replicas[*].deletionProtectionEnabled", Off, ProtectionRemoved, "removes a replica's deletionProtectionEnabled", "{path}"),
        new([], "disableApiTermination", Off, ProtectionRemoved, "removes disableApiTermination"),
        new([], "forceDestroy", On, ProtectionRemoved, "sets forceDestroy", "destroying the stack would delete its contents"),
        new([], "forceDelete", On, ProtectionRemoved, "sets forceDelete", "destroying the stack would delete its contents"),
        new([], "skipFinalSnapshot", On, ProtectionRemoved, "sets skipFinalSnapshot", "deleting it would leave no snapshot"),
        new([], "skipFinalBackup", On, ProtectionRemoved, "sets skipFinalBackup", "deleting it would leave no backup"),
        new([], "finalSnapshot", Off, ProtectionRemoved, "removes finalSnapshot", "deleting it would leave no snapshot"),
        new([], "ebsBlockDevices[*].deleteOnTermination", On, ProtectionRemoved, "sets deleteOnTermination",
            "the volume is deleted with the instance ({path})"),
        new([RdsTypes.Cluster, RdsTypes.Instance], "deleteAutomatedBackups", TurnsDefault, ProtectionRemoved, "sets deleteAutomatedBackups",
            "deleting it would delete its recovery points"),
        .. ((string[])["blockPublicAcls", "blockPublicPolicy", "ignorePublicAcls", "restrictPublicBuckets"]).Select(name =>
            new Guard([S3Types.BucketPublicAccessBlock], name, Off, ProtectionRemoved, "opens the bucket to public access", $"{name}")),
        new([EcrTypes.Repository], "imageTagMutability", BecomesMutable, ProtectionRemoved, "makes image tags mutable",
            "a push can replace the image of a tag ({old} -> {new})"),
        new([EfsTypes.FileSystem], "protection.replicationOverwrite", Off, ProtectionRemoved, "allows a replication to overwrite the file system"),
        new(["kubernetes:core/v1:PersistentVolume"], "spec.persistentVolumeReclaimPolicy", (old, value) => Text(old) == "Retain" && Text(value) != "Retain",
            ProtectionRemoved, "deletes the volume with its claim", "{path} {old} -> {new}"),
        new(
            [SecretsManagerTypes.Secret],
            "recoveryWindowInDays",
            Shorter(30),
            ProtectionRemoved,
            "sets recoveryWindowInDays to {new}", "a deletion can be undone for a shorter time"),
        new([KmsTypes.Key, KmsTypes.ReplicaKey, KmsTypes.ExternalKey], "deletionWindowInDays", Shorter(30), ProtectionRemoved,
            "sets deletionWindowInDays to {new}", "a deletion can be undone for a shorter time"),
    ];

    private static IEnumerable<Guard> History() =>
    [
        new([RdsTypes.Cluster, DocDbTypes.Cluster, NeptuneTypes.Cluster], "backupRetentionPeriod", Shorter(1), HistoryShortened,
            "shortens backupRetentionPeriod", "recovery points are deleted at once ({old} -> {new} days)"),
        new([RdsTypes.Instance], "backupRetentionPeriod", Shorter(0), HistoryShortened, "shortens backupRetentionPeriod",
            "recovery points are deleted at once ({old} -> {new} days)"),
        new([RdsTypes.Cluster], "backtrackWindow", Shorter(0), HistoryShortened, "shortens backtrackWindow ({old} -> {new} seconds)"),
        new(Caches, "snapshotRetentionLimit", Shorter(0), HistoryShortened, "shortens snapshotRetentionLimit ({old} -> {new} days)"),
        new(FileSystems, "automaticBackupRetentionDays", Shorter(0), HistoryShortened, "shortens automaticBackupRetentionDays ({old} -> {new} days)"),
        new([FsxTypes.WindowsFileSystem], "automaticBackupRetentionDays", Shorter(7), HistoryShortened,
            "shortens automaticBackupRetentionDays ({old} -> {new} days)"),
        new([RedshiftTypes.Cluster], "automatedSnapshotRetentionPeriod", Shorter(1), HistoryShortened,
            "shortens automatedSnapshotRetentionPeriod ({old} -> {new} days)"),
        new([RedshiftTypes.Cluster], "manualSnapshotRetentionPeriod", Shorter(double.PositiveInfinity, endless: -1), HistoryShortened,
            "shortens manualSnapshotRetentionPeriod ({old} -> {new} days)"),
        new([RedshiftTypes.SnapshotCopy, RdsTypes.InstanceAutomatedBackupsReplication], "retentionPeriod", Shorter(7), HistoryShortened,
            "shortens the retention of the copies ({old} -> {new} days)"),
        new([KinesisTypes.Stream], "retentionPeriod", Shorter(24), HistoryShortened, "shortens retentionPeriod ({old} -> {new} hours)"),
        new([SqsTypes.Queue], "messageRetentionSeconds", Shorter(345_600), HistoryShortened, "shortens messageRetentionSeconds ({old} -> {new} seconds)"),
        new([TimestreamWriteTypes.Table], "retentionProperties.magneticStoreRetentionPeriodInDays", Shorter(0), HistoryShortened,
            "shortens the table's retention ({old} -> {new} days)"),
        new([DynamoDbTypes.Table, KeyspacesTypes.Table, DynamoDbTypes.TableReplica], "pointInTimeRecovery", Off, HistoryShortened,
            "disables point-in-time recovery"),
        new([DynamoDbTypes.Table], "pointInTimeRecovery.recoveryPeriodInDays", Shorter(35), HistoryShortened,
            "shortens the PITR window ({old} -> {new} days)"),
        new([DynamoDbTypes.Table], "replicas[*].pointInTimeRecovery", Off, HistoryShortened, "disables a replica's point-in-time recovery", "{path}"),
        new(Versioning, "versioningConfiguration.status", Off, HistoryShortened, "disables versioning"),
        new([S3Types.Bucket, S3Types.BucketV2], "versioning", Off, HistoryShortened, "disables versioning"),
        new([S3Types.BucketV2], "versionings[*].enabled", Off, HistoryShortened, "disables versioning"),
        .. Lifecycles([S3Types.BucketLifecycleConfiguration, S3Types.BucketLifecycleConfigurationV2], "rules[*]"),
        .. Lifecycles([S3Types.Bucket, S3Types.BucketV2], "lifecycleRules[*]"),
    ];

    private static IEnumerable<Guard> Lifecycles(string[] types, string rule) =>
    [
        new(types, rule, (old, value) => Sooner(Lifetime.Of(old, "expiration", "days"), Lifetime.Of(value, "expiration", "days")), HistoryShortened,
            "deletes objects sooner, or starts to delete them", "{path}"),
        new(types, rule, (old, value) => Sooner(Lifetime.OfVersions(old), Lifetime.OfVersions(value)), HistoryShortened,
            "deletes noncurrent versions sooner, or starts to delete them", "{path}"),
    ];

    private static IEnumerable<Guard> Locks() =>
    [
        new(ObjectLock, "rule", Lifetime.LockIsWeaker, LockWeakened, "shortens, weakens or removes the Object Lock"),
        new([S3Types.Bucket, S3Types.BucketV2], "objectLockConfiguration.rule", Lifetime.LockIsWeaker, LockWeakened,
            "shortens, weakens or removes the Object Lock"),
        new([BackupTypes.VaultLockConfiguration], "minRetentionDays", Shorter(0), LockWeakened, "shortens the vault lock ({old} -> {new} days)"),
        new([BackupTypes.VaultLockConfiguration], "changeableForDays", Gone, LockWeakened, "makes the vault lock removable"),
        new([BackupTypes.LogicallyAirGappedVault], "minRetentionDays", Shorter(0), LockWeakened, "shortens the vault lock ({old} -> {new} days)"),
    ];

    private static IEnumerable<Guard> Replication() =>
    [
        new(Clusters, "globalClusterIdentifier", Elsewhere, ReplicationDetached, "removes it from its global database", "{path} {old} -> {new}"),
        new(Clusters, "replicationSourceIdentifier", Elsewhere, ReplicationDetached, "detaches it from its source", "{path} {old} -> {new}"),
        new([RdsTypes.Instance], "replicateSourceDb", Elsewhere, ReplicationDetached, "detaches it from its source", "{path} {old} -> {new}"),
        new([ElastiCacheTypes.ReplicationGroup], "globalReplicationGroupId", Elsewhere, ReplicationDetached, "removes it from its global datastore",
            "{path} {old} -> {new}"),
        new([MemoryDbTypes.Cluster], "multiRegionClusterName", Elsewhere, ReplicationDetached, "removes it from its multi-Region cluster",
            "{path} {old} -> {new}"),
        new([RamTypes.ResourceShare], "allowExternalPrincipals", Off, CopyRemoved, "removes the share from accounts outside the organization"),
        new([RedshiftTypes.Cluster], "snapshotCopy", Gone, ReplicationDetached, "stops the copies of its snapshots"),
        new([DsqlTypes.Cluster], "multiRegionProperties.clusters", Fewer, ReplicationDetached, "removes the cluster from its pair"),
        new([KeyspacesTypes.Keyspace], "replicationSpecification.regionLists", Fewer, CopyRemoved, "removes a copy", "{path}"),
        new([DynamoDbTypes.Table, DynamoDbTypes.GlobalTable, SecretsManagerTypes.Secret], "replicas[*]", ItemGone, CopyRemoved, "removes a copy",
            "{path}") { UnlessKept = true },
        .. Rules([S3Types.BucketReplicationConfig], "rules[*]"),
        .. Rules([S3Types.Bucket, S3Types.BucketV2], "replicationConfiguration.rules[*]"),
        new([EcrTypes.ReplicationConfiguration], "replicationConfiguration.rules[*]", ItemGone, ReplicationDetached, "removes a replication rule", "{path}"),
        new([EcrTypes.ReplicationConfiguration], "replicationConfiguration.rules[*].destinations[*]", ItemGone, ReplicationDetached, "removes a copy",
            "{path}"),
    ];

    private static IEnumerable<Guard> Rules(string[] types, string rule) =>
    [
        new(types, rule, ItemGone, ReplicationDetached, "removes a copy", "{path}"),
        new(types, $"{rule}.status", Off, ReplicationDetached, "stops a replication rule", "{path}"),
        new(types, $"{rule}.destination.bucket", Elsewhere, ReplicationDetached, "replicates to another bucket", "{path}"),
        new(types, $"{rule}.filter", Lifetime.IsNarrower, ReplicationDetached, "replicates fewer objects", "{path} {old} -> {new}"),
        new(types, $"{rule}.prefix", Lifetime.IsNarrower, ReplicationDetached, "replicates fewer objects", "{path} {old} -> {new}"),
        new(types, $"{rule}.sourceSelectionCriteria.sseKmsEncryptedObjects", Off, ReplicationDetached, "stops replicating KMS-encrypted objects",
            "{path}"),
        new(types, $"{rule}.sourceSelectionCriteria.replicaModifications", Off, ReplicationDetached, "stops replicating replica modifications", "{path}"),
    ];

    private static IEnumerable<Guard> Backups() =>
    [
        new([BackupTypes.Plan], "rules[*]", ItemGone, BackupRemoved, "removes a rule from the backup plan", "{path}"),
        new([BackupTypes.Plan], "rules[*].enableContinuousBackup", Off, HistoryShortened, "ends continuous backups", "{path}"),
        new([BackupTypes.Plan], "rules[*].lifecycle.deleteAfter", Sooner, HistoryShortened, "deletes backups sooner", "{path} {old} -> {new} days"),
        new([BackupTypes.Plan], "rules[*].copyActions[*]", ItemGone, CopyRemoved, "removes a copy", "{path}") { UnlessKept = true },
        new([BackupTypes.Plan], "rules[*].copyActions[*].lifecycle.deleteAfter", Sooner, HistoryShortened, "deletes copies of backups sooner",
            "{path} {old} -> {new} days"),
        new([BackupTypes.Selection], "resources", Fewer, BackupRemoved, "removes resources from the backup plan", "{path}"),
        new([BackupTypes.Selection], "selectionTags[*]", ItemGone, BackupRemoved, "removes resources from the backup plan", "{path}"),
        new([BackupTypes.Selection], "notResources", (old, value) => Fewer(value, old), BackupRemoved, "removes resources from the backup plan", "{path}"),
        new([BackupTypes.Selection], "conditions[*]", (old, value) => old is null && value is not null, BackupRemoved,
            "may remove resources from the backup plan", "{path}"),
        new([BackupTypes.RegionSettings], "resourceTypeOptInPreference.*", Off, BackupRemoved, "removes a service's opt-in to AWS Backup", "{path}"),
        new([DlmTypes.LifecyclePolicy], "state", Off, BackupRemoved, "ends the policy's snapshots"),
        new([DlmTypes.LifecyclePolicy], "policyDetails.schedules[*].retainRule.count", Shorter(0), HistoryShortened, "keeps fewer snapshots",
            "{path} {old} -> {new}"),
        new([EfsTypes.BackupPolicy], "backupPolicy", Off, BackupRemoved, "ends the file system's backups"),
    ];

    private static bool BecomesFalse(PropertyValue? old, PropertyValue? value) =>
        old?.Unwrapped is not BoolValue { Value: false } && value?.Unwrapped is BoolValue { Value: false } or UnknownValue && !Equals(old, value);

    // True where it is not stated.
    private static bool TurnsDefault(PropertyValue? old, PropertyValue? value) =>
        old?.Unwrapped is BoolValue { Value: false } && value?.Unwrapped is not BoolValue { Value: false };

    // IMMUTABLE_WITH_EXCLUSION keeps fewer tags than IMMUTABLE; tags are mutable where nothing is stated.
    private static bool BecomesMutable(PropertyValue? old, PropertyValue? value) => Text(old) switch
    {
        "IMMUTABLE" => Text(value) != "IMMUTABLE",
        "IMMUTABLE_WITH_EXCLUSION" => Text(value) is not ("IMMUTABLE" or "IMMUTABLE_WITH_EXCLUSION"),
        _ => false,
    };

    private static bool Fewer(PropertyValue? old, PropertyValue? value) => old?.Unwrapped switch
    {
        // A list that only the deployment tells may be the same one.
        _ when value?.Unwrapped is UnknownValue => false,
        ListValue list => list.Any(item => !((value?.Unwrapped as ListValue)?.Any(kept => kept.Equals(item) || kept is UnknownValue) ?? false)),
        TextValue text => Text(value) != text.Value,
        _ => false,
    };

    private static string? Text(PropertyValue? value) => (value?.Unwrapped as TextValue)?.Value;
}
