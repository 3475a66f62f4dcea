using DrInfra.Policies.Aws;
using DrInfra.Policies.Aws.MemoryDb;
using DrInfra.Recovery;
using DrInfra.Recovery.Figures;

namespace DrInfra.Policies.Assessment.Stores;

/// <summary>MemoryDB clusters, alone or members of a multi-Region cluster. Writes are in a log over zones before they are acknowledged.</summary>
internal sealed class MemoryDbReader : IStoreReader
{
    public IReadOnlyList<string> Types { get; } = [MemoryDbTypes.Cluster, MemoryDbTypes.MultiRegionCluster];

    public IEnumerable<Store> Read(StoreContext context)
    {
        var clusters = context.Estate.OfType(MemoryDbTypes.Cluster)
            .GroupBy(cluster => new MemoryDbCluster(cluster).MultiRegionCluster(context.Estate) ?? cluster.Urn, StringComparer.Ordinal);
        foreach (var members in clusters)
        {
            var nodes = RegionTwins.HomeFirst(context, [.. members]);
            var workload = nodes.Select(context.WorkloadOf).FirstOrDefault(name => name.Length > 0) ?? "";
            var (label, size, change) = context.Describe(workload, "cache", nodes[0], PhysicalName.Of(nodes[0]) ?? "");
            var store = new Store(nodes[0], workload, "cache", label, nodes[0].Region) { Members = nodes, SizeGb = size, ChangeGbPerDay = change };
            yield return store with
            {
                Copies =
                [
                    InRegion(context, store),
                    .. nodes.Skip(1).Select(node => Replica(context, store, node)),
                    Snapshots.Daily(context, store, "daily snapshot", new MemoryDbCluster(store.Node).Snapshots),
                ],
            };
        }
    }

    private static Copy InRegion(StoreContext context, Store store)
    {
        var nothing = Derivation.Nothing("data not yet in the log", "MemoryDB writes its log to several zones before it acknowledges a write");
        var replicas = new MemoryDbCluster(store.Node).ReplicasPerShard;
        var over = replicas.IsUnknown
            ? Derivation.Leaf("whether a replica takes over", Figure.Unknown, new Source(SourceKind.Property, replicas.Property.Path, store.Node.Urn))
            : replicas.Value >= 1
                ? context.Estimates.Duration("a replica takes over", "cache-failover", store.Workload, store.Label, store.Node.Urn)
                : context.Estimates.Duration("a node is recreated from the log", "database-capacity", store.Workload, store.Label, store.Node.Urn);
        return ZoneCopy.Regional(store, "log in several zones").Survives(Disruption.Instance, nothing, over).Survives(Disruption.Zone, nothing, over).Build();
    }

    private static Copy Replica(StoreContext context, Store store, Node member)
    {
        var lost = RegionReplica.KeyLost(context, member, KeyUse.KeyOf(member), member.Region);
        var lag = context.Estimates.Duration("typical lag", "cache-global-lag", store.Workload, store.Label, member.Urn);
        return RegionReplica.Of(
            store, member, member.Region, lost, lag,
            Derivation.Nothing("the other Region accepts writes without promotion", "every member of a multi-Region cluster is writable"));
    }
}
