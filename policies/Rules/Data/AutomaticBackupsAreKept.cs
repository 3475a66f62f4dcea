using DrInfra.Policies.Aws;
using DrInfra.Policies.Aws.DynamoDb;
using DrInfra.Policies.Aws.ElastiCache;
using DrInfra.Policies.Aws.Fsx;
using DrInfra.Policies.Aws.MemoryDb;
using DrInfra.Policies.Aws.Rds;
using DrInfra.Policies.Aws.Redshift;
using DrInfra.Recovery.Facts;

namespace DrInfra.Policies.Rules.Data;

public sealed class AutomaticBackupsAreKept : FamilyRule
{
    private const string Days = "minimumDays";

    private protected override IReadOnlyList<Row> Table =>
    [
        new(
            DatabaseTypes.BackedUp,
            (node, parameters) =>
                [Kept("retention", AutomatedBackups.Retention(node).Days, parameters, node[AutomatedBackups.Property].Path, LongestRetention)],
            node => InstanceReplica.IsReplica(node) ? "a read replica is backed up at its source" : null),
        new([DynamoDbTypes.Table], (node, parameters) => [Window(node["pointInTimeRecovery"]["recoveryPeriodInDays"], parameters)]),
        AtLeast([RdsTypes.InstanceAutomatedBackupsReplication], AutomatedBackups.CopiedDays, Days, " days"),
        AtLeast(
            [FsxTypes.OntapFileSystem, FsxTypes.OpenZfsFileSystem, FsxTypes.WindowsFileSystem], node => new FsxFileSystem(node).Backups.Days, Days, " days"),
        AtLeast(
            [ElastiCacheTypes.ReplicationGroup, ElastiCacheTypes.Cluster, ElastiCacheTypes.ServerlessCache],
            node => Aws.ElastiCache.Caches.Snapshots(node).Days, Days, " days", node =>
                node["engine"].Text == "memcached" ? "Memcached keeps no snapshots"
                : node["replicationGroupId"].IsStated() && node.Type == ElastiCacheTypes.Cluster ? "its replication group takes them"
                : null),
        AtLeast([MemoryDbTypes.Cluster], node => new MemoryDbCluster(node).Snapshots.Days, Days, " days"),
        AtLeast([RedshiftTypes.Cluster], node => new RedshiftCluster(node).SnapshotDays, Days, " days"),
    ];

    private static Verdict Window(Prop period, RuleParameters parameters) =>
        Kept("the window", period.IsUnknown ? null : period.Number ?? LongestWindow, parameters, period.Path, LongestWindow);

    // Instances, DocumentDB and Neptune keep as many as Aurora.
    private static double LongestRetention => FactBook.Most("aurora-backup-retention");

    private static double LongestWindow => FactBook.Most("ddb-pitr-window");

    private static Verdict Kept(string what, double? days, RuleParameters parameters, string path, double longest) => days switch
    {
        null => Verdict.Unknown(path),
        { } kept when kept > longest => Verdict.Violation($"{what} is {days} days, {longest} is the maximum", path),
        { } kept when kept < parameters[Days] => Verdict.Violation($"{what} is {kept} {(kept == 1 ? "day" : "days")}, {parameters[Days]} needed", path),
        _ => Verdict.Compliant,
    };
}
