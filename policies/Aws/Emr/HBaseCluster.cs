using DrInfra.Policies.Aws.S3;
using DrInfra.Recovery;
using DrInfra.Recovery.Facts;

namespace DrInfra.Policies.Aws.Emr;

/// <summary>
/// HBase on an EMR cluster, which is in one zone with all its nodes: tables in HDFS or in S3, and the write-ahead log in HDFS or in the EMR WAL
/// service. Sources: Amazon EMR release guide, "HBase on Amazon S3", "Write-ahead logs (WAL) for Amazon EMR" and "HDFS configuration".
/// </summary>
/// <param name="Node">The cluster.</param>
internal sealed record HBaseCluster(Node Node)
{
    private readonly EmrConfiguration _configuration = new(Node);

    /// <summary>What states the configuration.</summary>
    public string Path => _configuration.Path;

    /// <summary>Why the configuration cannot be read; null where it can.</summary>
    public Reason? Unread => _configuration.Unread;

    /// <summary>Whether tables are in S3, and so outlive the cluster.</summary>
    public bool TablesAreInS3 => Setting("hbase", "hbase.emr.storageMode").Text == "s3"
        && Setting("hbase-site", "hbase.rootdir").Text is { } root && ObjectLocation.Parse(root).IsInS3;

    /// <summary>Whether writes that are not flushed yet outlive the cluster, too.</summary>
    public bool LogOutlivesTheCluster => TablesAreInS3 && Setting("hbase", "hbase.emr.wal.enabled").Flag == true;

    /// <summary>Seconds after which HBase flushes what it has in memory; null where the setting is no number.</summary>
    public double? FlushedAfter => Setting("hbase-site", "hbase.regionserver.optionalcacheflushinterval") is { IsAbsent: false } stated
        ? stated.Number / UnitsOfTime.MillisecondsPerSecond
        : FactBook.Number("hbase-flush-interval-default");

    /// <summary>All clusters that run HBase, by URN.</summary>
    public static IEnumerable<HBaseCluster> All(Estate estate) =>
        EmrCluster.All(estate).Where(cluster => cluster.RunsHBase).Select(cluster => new HBaseCluster(cluster.Node));

    /// <summary>How often HDFS keeps a block, on all its nodes of one zone: as stated, else by the number of core nodes (fact emr-hdfs-replication).</summary>
    public double? BlockCopies => Setting("hdfs-site", "dfs.replication") is { IsAbsent: false } stated ? stated.Number : CoreNodes switch
    {
        null => null,
        < 4 => FactBook.Least("emr-hdfs-replication"),
        < 10 => FactBook.Least("emr-hdfs-replication") + 1,
        _ => FactBook.Most("emr-hdfs-replication"),
    };

    private double? CoreNodes => Node["coreInstanceGroup"] is { IsAbsent: false } group
        ? group["instanceCount"] is { IsAbsent: true } ? 1 : group["instanceCount"].Number
        : Node["coreInstanceFleet"] is { IsAbsent: false } ? null : 0;

    private Prop Setting(string classification, string name) => _configuration[classification, name];
}
