using DrInfra.Policies.Aws.Emr;
using DrInfra.Recovery;
using DrInfra.Recovery.Facts;
using DrInfra.Recovery.Figures;

namespace DrInfra.Policies.Assessment.Stores;

/// <summary>Tables of HBase on EMR: on the disks of a cluster, which is in one zone, or in S3, where another cluster finds them.</summary>
internal sealed class HBaseReader : IStoreReader
{
    private const string OneZone = "an EMR cluster is in one zone, and HDFS with it";

    public IReadOnlyList<string> Types { get; } = [];

    public IEnumerable<Store> Read(StoreContext context)
    {
        foreach (var cluster in HBaseCluster.All(context.Estate))
        {
            var workload = context.WorkloadOf(cluster.Node);
            var (label, size, change) = context.Describe(workload, "database", cluster.Node);
            var store = new Store(cluster.Node, workload, "database", label, cluster.Node.Region)
            {
                Members = [cluster.Node],
                SizeGb = size,
                ChangeGbPerDay = change,
            };
            yield return store with { Copies = [Tables(context, store, cluster)] };
        }
    }

    private static Copy Tables(StoreContext context, Store store, HBaseCluster cluster)
    {
        var copy = new CopyBuilder(cluster.TablesAreInS3 ? "tables in S3" : "tables in HDFS", store.Home, store.Node)
            .Loses(Disruption.Corruption, "no snapshot of its tables is declared")
            .Loses(Disruption.Account, "the account can delete it");
        if (cluster.Unread is { } unread)
        {
            return copy.Loses(unread, Disruption.Instance, Disruption.Zone, Disruption.Region).Build();
        }

        var again = context.Estimates.Duration(
            "another cluster opens the tables", "emr-cluster-start", store.Workload, store.Label, store.Node.Urn);
        return cluster switch
        {
            { LogOutlivesTheCluster: true } => InS3(copy)
                .Survives(Disruption.Instance, Written("the log is written to the EMR WAL service"), Other())
                .Survives(Disruption.Zone, Written("the log is written to the EMR WAL service"), again).Build(),
            { TablesAreInS3: true } => OneCopy(InS3(copy), "the log is in HDFS")
                .Survives(Disruption.Zone, SinceTheFlush(cluster), again).Build(),
            _ => OneCopy(copy, "tables are in HDFS").Loses(new Reason($"tables are in HDFS: {OneZone}", store.Node, cluster.Path), Disruption.Zone)
                .Loses(Disruption.Region, $"it is only in {store.Home ?? "one Region"}").Build(),
        };

        CopyBuilder OneCopy(CopyBuilder builder, string where) => cluster.BlockCopies switch
        {
            null => builder.Loses(Disruption.Instance, Reason.Unknown(store.Node, "coreInstanceGroup.instanceCount")),
            < 2 => builder.Loses(Disruption.Instance, new Reason($"{where}, which keeps one copy of a block", store.Node, cluster.Path)),
            _ => builder.Survives(Disruption.Instance, Written("HDFS has written it to several nodes"), Other()),
        };

        CopyBuilder InS3(CopyBuilder builder) => builder.Loses(
            Disruption.Region, Reason.Uncertain("nothing tells whether replicas of its files can be opened in another Region", store.Node, cluster.Path));

        Derivation Other() => context.Estimates.Duration(
            "another node takes over", "capacity", store.Workload, store.Label, store.Node.Urn);
    }

    private static Derivation Written(string why) => Derivation.Nothing("acknowledged writes", why);

    private static Derivation SinceTheFlush(HBaseCluster cluster) => Derivation.Leaf(
        "writes since the last flush, which are in the log in HDFS alone",
        cluster.FlushedAfter is { } seconds ? new Figure(0, seconds, Basis.Enforced) : Figure.Unknown,
        FactBook.Get("hbase-flush-interval-default").ToSource());
}
