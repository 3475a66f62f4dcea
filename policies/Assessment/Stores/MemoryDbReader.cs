using DrInfra.Policies.Aws.MemoryDb;
using DrInfra.Policies.Graph;
using DrInfra.Recovery;
using DrInfra.Recovery.Figures;

namespace DrInfra.Policies.Assessment.Stores;

/// <summary>MemoryDB clusters, alone or members of a multi-Region cluster. Writes are in a log over zones before they are acknowledged.</summary>
internal sealed class MemoryDbReader : IStoreReader
{
    public IReadOnlyList<string> Types { get; } = [MemoryDbTypes.Cluster, MemoryDbTypes.MultiRegionCluster];

    public IEnumerable<Store> Read(StoreContext context)
    {
        foreach (var members in context.Estate.OfType(MemoryDbTypes.Cluster).GroupBy(cluster => GlobalOf(context.Estate, cluster) ?? cluster.Urn, StringComparer.Ordinal))
        {
            var nodes = RegionTwins.HomeFirst(context, [.. members]);
            var workload = nodes.Select(context.WorkloadOf).FirstOrDefault(name => name.Length > 0) ?? "";
            var (label, size, change) = context.Describe(workload, "cache", nodes[0], nodes[0]["name"].Text ?? "");
            var store = new Store(nodes[0], workload, "cache", label, nodes[0].Region) { Members = nodes, SizeGb = size, ChangeGbPerDay = change };
            yield return store with { Copies = [InRegion(context, store), .. nodes.Skip(1).Select(node => Replica(context, store, node)), Snapshot(context, store)] };
        }
    }

    private static string? GlobalOf(Estate estate, Node cluster)
    {
        var reference = estate.References.Follow(cluster, "multiRegionClusterName", MemoryDbTypes.MultiRegionCluster);
        return reference.Target?.Urn ?? reference.Text;
    }

    private static Copy InRegion(StoreContext context, Store store)
    {
        var nothing = Derivation.Nothing("work not yet in the log", "MemoryDB writes its log to several zones before it acknowledges");
        var replicas = store.Node["numReplicasPerShard"];
        var over = replicas.IsUnknown
            ? Derivation.Leaf("whether a replica takes over", Figure.Unknown, new Source(SourceKind.Property, replicas.Path, store.Node.Urn))
            : (replicas.Number ?? 1) >= 1
                ? context.Estimates.Duration("a replica takes over", "cache-failover", store.Workload, store.Label, store.Node.Urn)
                : context.Estimates.Duration("a node is made again from the log", "database-capacity", store.Workload, store.Label, store.Node.Urn);
        return ZoneCopy.Regional(store, "log in several zones").Survives(Disruption.Instance, nothing, over).Survives(Disruption.Zone, nothing, over).Build();
    }

    private static Copy Replica(StoreContext context, Store store, Node member)
    {
        var lost = RegionReplica.KeyLost(context, member, member["kmsKeyArn"], member.Region);
        var lag = context.Estimates.Duration("usual lag", "cache-global-lag", store.Workload, store.Label, member.Urn);
        return RegionReplica.Of(store, member, member.Region, lost, lag, Derivation.Nothing("the other Region takes writes as it is", "every member of a multi-Region cluster is writable"));
    }

    private static Copy Snapshot(StoreContext context, Store store)
    {
        const string Kind = "daily snapshot";
        var days = store.Node["snapshotRetentionLimit"];
        return days.IsUnknown ? Snapshots.Unknown(store, Kind, days)
            : days.Number is > 0
                ? Snapshots.Of(context, store, Kind, store.Home, store.Node, Snapshots.Daily(context, store, store.Node["snapshotWindow"]), days.Number, context.Restore(store, null))
                : Snapshots.None(store, Kind, "automatic snapshots are off: snapshotRetentionLimit is 0");
    }
}
