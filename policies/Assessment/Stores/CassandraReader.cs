using DrInfra.Policies.Aws.Eks;
using DrInfra.Policies.Kubernetes.Cassandra;
using DrInfra.Policies.Kubernetes.Volumes;
using DrInfra.Recovery;
using DrInfra.Recovery.Figures;

namespace DrInfra.Policies.Assessment.Stores;

/// <summary>
/// Cassandra that operators run in Kubernetes: over the zones that its racks are pinned to, in other Regions where other datacenters are. How
/// many replicas of a row there are, keyspaces say, and they are not declared: what hangs on that is an assumption.
/// </summary>
internal sealed class CassandraReader : IStoreReader
{
    public IReadOnlyList<string> Types { get; } = [CassandraTypes.Cluster, CassandraTypes.Datacenter];

    public IEnumerable<Store> Read(StoreContext context)
    {
        foreach (var cluster in CassandraCluster.AllIn(context.Estate))
        {
            var node = cluster.Node;
            var workload = cluster.Datacenters.Select(datacenter => context.WorkloadOf(datacenter.Node)).FirstOrDefault(name => name.Length > 0) ?? "";
            var primary = context.PromiseOf(workload)?.Regions?.Primary;
            CassandraDatacenter[] datacenters =
            [
                .. cluster.Datacenters.OrderByDescending(datacenter =>
                    primary is not null && CassandraPlacement.RegionOf(context.Estate, datacenter) == primary),
            ];
            var home = datacenters[0];
            var (label, size, change) = context.Describe(workload, "wide-column", node, cluster.Datacenters[0].ClusterName ?? "");
            var store = new Store(home.Node, workload, "wide-column", label, CassandraPlacement.RegionOf(context.Estate, home))
            {
                Members = [.. datacenters.Select(datacenter => datacenter.Node).Distinct()],
                SizeGb = size,
                ChangeGbPerDay = change,
            };
            yield return store with
            {
                Copies =
                [
                    Own(context, store, home),
                    .. datacenters.Skip(1).Select(datacenter => Other(context, store, datacenter)),
                    .. cluster.Elsewhere.Select(name => Elsewhere(context, store, name)),
                    .. MedusaCopies.Of(context, store, cluster, home),
                    .. home.Claim.IsStated() ? VolumeCopies.Of(context, store, [CassandraCluster.ClaimOf(context.Estate, home)]) : [],
                ],
            };
        }
    }

    private static Copy Own(StoreContext context, Store store, CassandraDatacenter home)
    {
        var copy = ZoneCopy.Regional(store, "replicas on other nodes");
        var name = home.CassandraName;
        if (home.Down is { } down)
        {
            return copy.Loses(down, Disruption.Instance, Disruption.Zone).Build();
        }

        if (home.Size.Number < 2)
        {
            var alone = new Reason($"{name} has one node", home.Node, home.Size.Path);
            return copy.Loses(alone, home.Claim.IsStated() && CassandraCluster.ClaimOf(context.Estate, home).Place.Kind == VolumeKind.Block
                ? [Disruption.Zone] : [Disruption.Instance, Disruption.Zone]).Build();
        }

        var unreplicated = context.Estimates.Duration(
            "writes that are on one replica only", "cassandra-unreplicated", store.Workload, store.Label, store.Node.Urn);
        var over = context.Estimates.Duration("other replicas answer", "cassandra-failover", store.Workload, store.Label, store.Node.Urn);
        var spread = CassandraPlacement.Fault(context.Estate, home);
        copy = CassandraWorkers.Fault(context.Estate, home) is { } together
            ? copy.Loses(Disruption.Instance, together)
            : copy.Survives(Disruption.Instance, unreplicated, over);
        return spread is not null
            ? copy.Loses(Disruption.Zone, spread).Build()
            : copy.Survives(Disruption.Zone, unreplicated, over).Build();
    }

    private static Copy Other(StoreContext context, Store store, CassandraDatacenter datacenter)
    {
        var name = datacenter.CassandraName ?? datacenter.Node.Name;
        var lag = context.Estimates.Duration($"lag of the datacenter {name}", "cassandra-lag", store.Workload, store.Label, datacenter.Node.Urn);
        return RegionReplica.Of(
            store, datacenter.Node, CassandraPlacement.RegionOf(context.Estate, datacenter), datacenter.Down, lag,
            Derivation.Nothing($"{name} accepts writes without promotion", "every datacenter of Cassandra is writable"));
    }

    // Its program knows its Region and its keyspaces; nothing here does.
    private static Copy Elsewhere(StoreContext context, Store store, Prop name) => RegionReplica.Of(
        store, store.Node, null, null,
        context.Estimates.Duration($"lag of the datacenter {name}", "cassandra-lag", store.Workload, store.Label, store.Node.Urn),
        Derivation.Nothing($"{name} accepts writes without promotion", "every datacenter of Cassandra is writable"));
}
