using DrInfra.Recovery;
using DrInfra.Recovery.Settings;

namespace DrInfra.Tests.Policies.Assessment;

/// <summary>Tables of HBase on EMR: which of them outlive the cluster, and with which writes.</summary>
public class HBaseRecoveryTests
{
    private const string InS3 = """
        { "Classification": "hbase-site", "Properties": { "hbase.rootdir": "s3://tables/root" } },
        { "Classification": "hbase", "Properties": { "hbase.emr.storageMode": "s3" } }
        """;

    private const string WithLog = """
        { "Classification": "hbase-site", "Properties": { "hbase.rootdir": "s3://tables/root" } },
        { "Classification": "hbase", "Properties": { "hbase.emr.storageMode": "s3", "hbase.emr.wal.enabled": "true" } }
        """;

    private static readonly RecoverySettings Settings = Assessed.Assumptions;

    [Theory]
    [InlineData("", 0d, double.PositiveInfinity)]
    [InlineData(InS3, 0d, 3600d)]
    [InlineData(WithLog, 0d, 0d)]
    [InlineData(InS3 + """, { "Classification": "hbase-site", "Properties": { "hbase.regionserver.optionalcacheflushinterval": "300000" } }""", 0d, 300d)]
    [InlineData("""{ "Classification": "hdfs-site", "Properties": { "dfs.replication": "1" } }""", double.PositiveInfinity, double.PositiveInfinity)]
    [InlineData("""{ "Classification": "hbase", "Properties": { "hbase.emr.storageMode": "s3" } }""", 0d, double.PositiveInfinity)]
    public void Configuration_SaysWhatOutlivesNodeAndZone(string configuration, double instance, double zone)
    {
        var graph = Cluster($"[{configuration}]");

        Assert.Equal(instance, graph.Outcome(Disruption.Instance, Settings).Rpo.Figure.Worst);
        Assert.Equal(zone, graph.Outcome(Disruption.Zone, Settings).Rpo.Figure.Worst);
    }

    // Without a setting HDFS keeps one copy below four core nodes, two below ten.
    [Theory]
    [InlineData(3, double.PositiveInfinity)]
    [InlineData(4, 0d)]
    [InlineData(10, 0d)]
    public void CoreNodes_SayHowManyCopiesHdfsKeeps(int nodes, double instance) => Assert.Equal(
        instance, Cluster("[]").With("tables", "coreInstanceGroup/instanceCount", nodes).Outcome(Disruption.Instance, Settings).Rpo.Figure.Worst);

    [Fact]
    public void ZoneWithTheLogOutside_TakesAnotherCluster() =>
        Assert.Equal(20 * 60 + 60, Cluster($"[{WithLog}]").Outcome(Disruption.Zone, Settings).Rto.Figure.Worst);

    [Theory]
    [InlineData("configurationsJson", "?")]
    [InlineData("configurationsJson", "{")]
    [InlineData("configurations", "https://example.com/configurations.json")]
    public void ConfigurationThatCannotBeRead_IsUnknown(string property, string value) => Assert.True(
        Cluster("[]").With("tables", property, value).Outcome(Disruption.Zone, Settings).Rpo.Figure.IsUnknown);

    [Fact]
    public void ClusterWithoutHBase_HoldsNoTables() => Assert.DoesNotContain(
        Cluster("[]").With("tables", "applications/1", "Spark").Assess(Settings).Stores, store => store.Kind == "database");

    private static TestGraph Cluster(string configurations) => new TestGraph().Manifests().Add("aws:emr/cluster:Cluster", "tables", """
        { "name": "tables", "applications": ["Hadoop", "HBase"], "coreInstanceGroup": { "instanceType": "r7gd.2xlarge", "instanceCount": 6 },
          "tags": { "dr:workload": "orders" } }
        """).With("tables", "configurationsJson", configurations);
}
