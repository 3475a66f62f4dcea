using DrInfra.Policies.Aws;
using DrInfra.Policies.Aws.ElastiCache;
using DrInfra.Recovery;
using DrInfra.Recovery.Figures;

namespace DrInfra.Policies.Assessment.Stores;

/// <summary>ElastiCache replication groups, alone or members of a global datastore, and serverless caches.</summary>
internal sealed class CacheReader : IStoreReader
{
    public IReadOnlyList<string> Types { get; } =
    [
        ElastiCacheTypes.ReplicationGroup, ElastiCacheTypes.GlobalReplicationGroup, ElastiCacheTypes.Cluster, ElastiCacheTypes.ServerlessCache,
    ];

    public IEnumerable<Store> Read(StoreContext context)
    {
        var groups = context.Estate.OfType(ElastiCacheTypes.ReplicationGroup)
            .GroupBy(group => GlobalDatastore.Of(context.Estate, group) ?? group.Urn, StringComparer.Ordinal);
        foreach (var members in groups)
        {
            yield return OfGroups(context, [.. members]);
        }

        foreach (var node in Caches.WithoutGroup(context.Estate))
        {
            var store = Described(context, node, [node]);
            yield return store with
            {
                Copies =
                [
                    node.Type == ElastiCacheTypes.ServerlessCache ? Serverless(context, store) : InNodes(store),
                    Snapshot(context, store),
                ],
            };
        }
    }

    private static Store OfGroups(StoreContext context, IReadOnlyList<Node> members)
    {
        var written = members.FirstOrDefault(member => GlobalDatastore.IsPrimary(context.Estate, member));
        var primary = members.Select(context.WorkloadOf).Select(context.PromiseOf).FirstOrDefault(promise => promise?.Regions is not null)?.Regions?.Primary;
        var home = members.FirstOrDefault(member => primary is not null && member.Region == primary) ?? written ?? members[0];
        var store = Described(context, home, members) with { NeedsPromotion = members.Count > 1 };
        return store with
        {
            Copies =
            [
                Replicas(context, store),
                .. members.Where(member => member != home).Select(member => Secondary(context, store, member)),
                Snapshot(context, store),
            ],
        };
    }

    private static Store Described(StoreContext context, Node home, IReadOnlyList<Node> members)
    {
        var workload = members.Select(context.WorkloadOf).FirstOrDefault(found => found.Length > 0) ?? "";
        var (label, size, change) = context.Describe(workload, "cache", home, PhysicalName.Of(home) ?? "");
        return new Store(home, workload, "cache", label, home.Region) { Members = members, SizeGb = size, ChangeGbPerDay = change };
    }

    // Asynchronous: what the primary had not sent yet is lost with it.
    private static Copy Replicas(StoreContext context, Store store)
    {
        var group = new ReplicationGroup(store.Node);
        var (failover, zones) = (group.AutomaticFailover, group.MultiAz);
        var copy = ZoneCopy.Regional(store, "replicas in the Region");
        if (failover.IsUnknown || zones.IsUnknown)
        {
            var property = failover.IsUnknown ? failover : zones;
            var unknown = Derivation.Leaf("whether a replica takes over", Figure.Unknown, new Source(SourceKind.Property, property.Path, store.Node.Urn));
            return copy.Survives(Disruption.Instance, unknown, unknown).Survives(Disruption.Zone, unknown, unknown).Build();
        }

        if (failover.Flag != true || !group.HasReplicas)
        {
            var why = failover.Flag != true ? "automatic failover is off" : "it has no replica";
            return copy.Loses(Disruption.Instance, why).Loses(Disruption.Zone, why).Build();
        }

        var lag = context.Estimates.Duration("lag of the replicas", "cache-replica-lag", store.Workload, store.Label, store.Node.Urn);
        var over = context.Estimates.Duration("a replica takes over", "cache-failover", store.Workload, store.Label, store.Node.Urn);
        return (zones.Flag == true
            ? copy.Survives(Disruption.Zone, lag, over)
            : copy.Loses(Disruption.Zone, "nothing shows that replicas are in other zones: multiAzEnabled is off"))
            .Survives(Disruption.Instance, lag, over).Build();
    }

    private static Copy Secondary(StoreContext context, Store store, Node member)
    {
        var lost = RegionReplica.KeyLost(context, member, KeyUse.KeyOf(member), member.Region);
        var usual = context.Estimates.Duration("typical lag", "cache-global-lag", store.Workload, store.Label, member.Urn, "elasticache-gds-rpo");
        var alarms = context.Alarms.On("GlobalDatastoreReplicationLag", PhysicalName.Of(member), member)
            .Where(alarm => alarm.Region is null || alarm.Region == member.Region);
        var promotion = context.Estimates.Duration($"promote {store.Label}", "cache-promotion", store.Workload, store.Label, member.Urn, "elasticache-gds-rto");
        return RegionReplica.Of(store, member, member.Region, lost, RegionReplica.Lag(usual, alarms, 1), promotion);
    }

    // It keeps its data in three zones. That a write is in all of them before it is acknowledged, its guide does not say.
    private static Copy Serverless(StoreContext context, Store store)
    {
        var lag = context.Estimates.Duration("lag of the other zones", "cache-replica-lag", store.Workload, store.Label, store.Node.Urn);
        var noStep = Derivation.Nothing($"{store.Label} stays available", "the service routes around the failure");
        return ZoneCopy.Regional(store, "copies in three zones").Survives(Disruption.Instance, lag, noStep).Survives(Disruption.Zone, lag, noStep).Build();
    }

    private static Copy InNodes(Store store)
    {
        const string Why = "a cluster without a replication group keeps its data on single nodes";
        return ZoneCopy.Regional(store, "memory of its nodes").Loses(Disruption.Instance, Why).Loses(Disruption.Zone, Why).Build();
    }

    private static Copy Snapshot(StoreContext context, Store store) => Snapshots.Daily(context, store, "daily snapshot", Caches.Snapshots(store.Node));
}
