using DrInfra.Policies.Aws.Emr;
using DrInfra.Recovery;

namespace DrInfra.Policies.Assessment.Stores;

/// <summary>What a cluster of EMR that stays keeps on its own disks: HDFS, and the tables of Hive by default. All of it is in one zone.</summary>
internal sealed class EmrClusterReader : IStoreReader
{
    private const string OneZone = "an EMR cluster is in one zone with its disks";

    public IReadOnlyList<string> Types { get; } = [];

    public IEnumerable<Store> Read(StoreContext context)
    {
        var clusters = EmrCluster.All(context.Estate).Where(cluster => !cluster.RunsHBase && cluster.IsLongRunning != false).Select(cluster => cluster.Node);
        foreach (var twins in RegionTwins.Of(context, clusters))
        {
            var store = JobStates.Of(context, twins);
            yield return store with { Copies = [OnItsDisks(store, new EmrCluster(store.Node))] };
        }
    }

    private static Copy OnItsDisks(Store store, EmrCluster cluster)
    {
        var copy = new CopyBuilder("disks of the cluster", store.Home, store.Node);
        if (cluster.KeepsItsMetastore == true)
        {
            return copy.Loses(
                new Reason($"Hive keeps its tables' metastore on the primary node: {OneZone}", store.Node, cluster.Path), DisruptionNames.All).Build();
        }

        return copy.Loses(
            cluster.KeepsItsMetastore is null ? cluster.Unread!
                : cluster.WritesToHdfs is { IsAbsent: false } argument
                    ? Reason.Uncertain($"its steps use HDFS, and whether anything of record stays there is not known: {OneZone}", store.Node, argument.Path)
                : Reason.Uncertain($"whether anything of record is in HDFS is not known: {OneZone}", store.Node, "steps"),
            DisruptionNames.All).Build();
    }
}
