using DrInfra.Policies.Aws;
using DrInfra.Policies.Aws.Elasticsearch;
using DrInfra.Policies.Aws.OpenSearch;
using DrInfra.Recovery;
using DrInfra.Recovery.Facts;
using DrInfra.Recovery.Figures;

namespace DrInfra.Policies.Assessment.Stores;

/// <summary>OpenSearch and Elasticsearch domains: over zones or in one, with hourly snapshots, and a domain in another Region that pulls.</summary>
internal sealed class SearchReader : IStoreReader
{
    // Hourly snapshots are kept so long, and cannot be kept longer.
    private static readonly double SnapshotDays = FactBook.Number("os-snap-retention");

    public IReadOnlyList<string> Types { get; } = [OpenSearchTypes.Domain, ElasticsearchTypes.Domain];

    public IEnumerable<Store> Read(StoreContext context)
    {
        var connections = OutboundConnections.ByFollower(context.Estate);
        foreach (var twins in RegionTwins.Of(context, context.Estate.OfTypes(Types)))
        {
            var home = twins[0];
            var workload = context.WorkloadOf(home);
            var (label, size, change) = context.Describe(workload, "search", home, PhysicalName.Of(home) ?? "");
            var store = new Store(
                home, workload, "search", label, home.Region) { Members = twins, SizeGb = size, ChangeGbPerDay = change, NeedsPromotion = twins.Count > 1 };
            yield return store with
            {
                Copies =
                [
                    InRegion(context, store), .. twins.Skip(1).Select(twin => Follower(context, store, twin, connections[twin.Urn])), Snapshot(context, store),
                ],
            };
        }
    }

    private static Copy InRegion(StoreContext context, Store store)
    {
        var domain = new SearchDomain(store.Node);
        var copy = ZoneCopy.Regional(store, "replicas of its indexes");
        if (domain.Unknown is { IsUnknown: true } unknown)
        {
            var figure = Derivation.Leaf("the location of the replicas", Figure.Unknown, new Source(SourceKind.Property, unknown.Path, store.Node.Urn));
            return copy.Survives(Disruption.Instance, figure, figure).Survives(Disruption.Zone, figure, figure).Build();
        }

        if (domain.Nodes.Value < 2)
        {
            return copy.Loses(Disruption.Instance, "it has one data node").Loses(Disruption.Zone, "it has one data node").Build();
        }

        // Without standby it is up to each index.
        var missing = domain.HasStandby
            ? Derivation.Nothing("indexes without replica", "Multi-AZ with standby requires copies in three zones")
            : context.Estimates.Duration("indexes without replica", "search-unreplicated", store.Workload, store.Label, store.Node.Urn);
        var over = context.Estimates.Duration("other nodes take over the shards", "search-failover", store.Workload, store.Label, store.Node.Urn);
        copy = copy.Survives(Disruption.Instance, missing, over);
        return domain.SpansZones
            ? copy.Survives(Disruption.Zone, missing, over).Build()
            : copy.Loses(Disruption.Zone, "all nodes are in one zone: zone awareness is off").Build();
    }

    // Which indexes it follows is said to the domains, not to the program.
    private static Copy Follower(StoreContext context, Store store, Node twin, IEnumerable<Node> connections)
    {
        var pulls = connections.Any(connection => OutboundConnections.Joins(connection, twin, store.Node));
        var lag = context.Estimates.Duration("typical lag", "search-replication-lag", store.Workload, store.Label, twin.Urn, "os-ccr-lag");
        var promotion = context.Estimates.Duration("stop replication, accept writes", "search-promotion", store.Workload, store.Label, twin.Urn);
        return RegionReplica.Of(
            store, twin, twin.Region, pulls ? Warm(store) : (Reason)"no connection lets it replicate the other domain", lag, promotion);
    }

    private static Copy Snapshot(StoreContext context, Store store)
    {
        var age = Derivation.Sum(
            "age of the newest snapshot",
            context.Estimates.Duration("snapshot interval", "snapshot-interval", store.Workload, store.Label, store.Node.Urn, "os-snap-hourly"),
            context.Estimates.Duration("time to finish", "backup-time-to-finish", store.Workload, store.Label, store.Node.Urn));
        const string Kind = "hourly snapshot";
        return Warm(store) is { } warm
            ? new CopyBuilder(Kind, store.Home, store.Node).Loses(Disruption.Corruption, warm).Build()
            : Snapshots.Of(context, store, Kind, store.Home, store.Node, age, SnapshotDays, context.Restore(store, null));
    }

    // How much is in warm indexes, the domain knows.
    private static Reason? Warm(Store store)
    {
        var warm = new SearchDomain(store.Node).Warm;
        return warm.IsUnknown ? Reason.Unknown(store.Node, warm.Path)
            : warm.Flag == true
                ? Reason.Uncertain("indexes in UltraWarm and cold storage are not copied, and which are there is not declared", store.Node, warm.Path)
            : null;
    }
}
