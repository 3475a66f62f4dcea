using DrInfra.Policies.Aws;
using DrInfra.Policies.Aws.Ebs;
using DrInfra.Policies.Aws.ElastiCache;
using DrInfra.Policies.Aws.Fsx;
using DrInfra.Policies.Aws.MemoryDb;
using DrInfra.Policies.Aws.Rds;
using DrInfra.Policies.Aws.Redshift;

namespace DrInfra.Policies.Rules.Data;

public sealed class DeletionTakesAFinalSnapshot : FamilyRule
{
    private const string Fault = "deletion takes no final snapshot";

    private protected override IReadOnlyList<Row> Table =>
    [
        Flag([.. DatabaseTypes.BackedUp, RedshiftTypes.Cluster], "skipFinalSnapshot", Fault, wanted: false, unless: node =>
            InstanceReplica.IsReplica(node) ? "RDS takes no final snapshot of a read replica" : null),
        Flag([EbsTypes.Volume], "finalSnapshot", Fault),

        // A file system of ONTAP has no backups: its volumes do, and say so.
        Flag([FsxTypes.OpenZfsFileSystem, FsxTypes.WindowsFileSystem], "skipFinalBackup", Fault, wanted: false),
        Stated([ElastiCacheTypes.ReplicationGroup], "finalSnapshotIdentifier", $"{Fault}, and its automatic snapshots are deleted with it", NoSnapshots),
        Stated([MemoryDbTypes.Cluster], "finalSnapshotName", $"{Fault}, and its automatic snapshots are deleted with it", NoSnapshots),
    ];

    private static string? NoSnapshots(Node node) => node["snapshotRetentionLimit"].Number is not > 0 ? "it keeps no snapshots"
        : node["globalReplicationGroupId"].IsStated() ? "a secondary is recreated from its primary"
        : null;
}
