using DrInfra.Policies.Aws.ElastiCache;
using DrInfra.Policies.Graph;
using DrInfra.Recovery;
using DrInfra.Recovery.Figures;

namespace DrInfra.Policies.Assessment.Stores;

/// <summary>ElastiCache replication groups, alone or members of a global datastore, and serverless caches.</summary>
internal sealed class CacheReader : IStoreReader
{
    public IReadOnlyList<string> Types { get; } = [ElastiCacheTypes.ReplicationGroup, ElastiCacheTypes.GlobalReplicationGroup, ElastiCacheTypes.Cluster, ElastiCacheTypes.ServerlessCache];

    public IEnumerable<Store> Read(StoreContext context)
    {
        var groups = context.Estate.OfType(ElastiCacheTypes.ReplicationGroup).GroupBy(group => GlobalOf(context.Estate, group) ?? group.Urn, StringComparer.Ordinal);
        foreach (var members in groups)
        {
            yield return OfGroups(context, [.. members]);
        }

        foreach (var node in context.Estate.OfTypes(ElastiCacheTypes.Cluster, ElastiCacheTypes.ServerlessCache).Where(node => context.Estate.References.Follow(node, "replicationGroupId", ElastiCacheTypes.ReplicationGroup).IsAbsent))
        {
            var store = Described(context, node, node["clusterId"].Text ?? node["name"].Text ?? "", [node]);
            yield return store with
            {
                Copies =
                [
                    node.Type == ElastiCacheTypes.ServerlessCache ? ZoneCopy.Synchronous(store, "ElastiCache Serverless") : InNodes(store),
                    Snapshot(context, store, node.Type == ElastiCacheTypes.ServerlessCache ? node["dailySnapshotTime"] : node["snapshotWindow"]),
                ],
            };
        }
    }

    /// <summary>The global datastore that a replication group is in, by its id; null where it is in none.</summary>
    private static string? GlobalOf(Estate estate, Node group)
    {
        if (estate.UsersOf(group, ElastiCacheTypes.GlobalReplicationGroup, "primaryReplicationGroupId") is [var made, ..])
        {
            return made.Urn;
        }

        var reference = estate.References.Follow(group, "globalReplicationGroupId", ElastiCacheTypes.GlobalReplicationGroup);
        return reference.Target?.Urn ?? reference.Text;
    }

    private static Store OfGroups(StoreContext context, IReadOnlyList<Node> members)
    {
        var written = members.FirstOrDefault(member => context.Estate.UsersOf(member, ElastiCacheTypes.GlobalReplicationGroup, "primaryReplicationGroupId").Count > 0);
        var primary = members.Select(context.WorkloadOf).Select(context.PromiseOf).FirstOrDefault(promise => promise?.Regions is not null)?.Regions?.Primary;
        var home = members.FirstOrDefault(member => primary is not null && member.Region == primary) ?? written ?? members[0];
        var store = Described(context, home, home["replicationGroupId"].Text ?? "", members) with { NeedsPromotion = members.Count > 1 };
        return store with
        {
            Copies = [Replicas(context, store), .. members.Where(member => member != home).Select(member => Secondary(context, store, member)), Snapshot(context, store, home["snapshotWindow"])],
        };
    }

    private static Store Described(StoreContext context, Node home, string name, IReadOnlyList<Node> members)
    {
        var workload = members.Select(context.WorkloadOf).FirstOrDefault(found => found.Length > 0) ?? "";
        var (label, size, change) = context.Describe(workload, "cache", home, name);
        return new Store(home, workload, "cache", label, home.Region) { Members = members, SizeGb = size, ChangeGbPerDay = change };
    }

    // Asynchronous: what the primary had not sent yet is lost with it.
    private static Copy Replicas(StoreContext context, Store store)
    {
        var group = store.Node;
        var (failover, zones) = (group["automaticFailoverEnabled"], group["multiAzEnabled"]);
        var copy = ZoneCopy.Regional(store, "replicas in the Region");
        if (failover.IsUnknown || zones.IsUnknown)
        {
            var unknown = Derivation.Leaf("whether a replica takes over", Figure.Unknown, new Source(SourceKind.Property, (failover.IsUnknown ? failover : zones).Path, group.Urn));
            return copy.Survives(Disruption.Instance, unknown, unknown).Survives(Disruption.Zone, unknown, unknown).Build();
        }

        if (failover.Flag != true || !HasReplicas(group))
        {
            var why = failover.Flag != true ? "no replica takes over: automatic failover is off" : "it has no replica";
            return copy.Loses(Disruption.Instance, why).Loses(Disruption.Zone, why).Build();
        }

        var lag = context.Estimates.Duration("lag of the replicas", "cache-replica-lag", store.Workload, store.Label, group.Urn);
        var over = context.Estimates.Duration("a replica takes over", "cache-failover", store.Workload, store.Label, group.Urn);
        return (zones.Flag == true ? copy.Survives(Disruption.Zone, lag, over) : copy.Loses(Disruption.Zone, "nothing says that replicas are in other zones: multiAzEnabled is off"))
            .Survives(Disruption.Instance, lag, over).Build();
    }

    /// <summary>Whether every shard has a replica.</summary>
    public static bool HasReplicas(Node group)
    {
        if (group["nodeGroupConfigurations"].Items is { Count: > 0 } shards)
        {
            return shards.All(shard => shard["replicaCount"].IsUnknown || shard["replicaCount"].Number >= 1 || shard["replicaAvailabilityZones"].Items.Count >= 1);
        }

        // A secondary of a global datastore takes the shards of the primary, and states its replicas alone.
        var (perShard, nodes) = (group["replicasPerNodeGroup"], group["numCacheClusters"]);
        return perShard.IsUnknown || nodes.IsUnknown || perShard.Number >= 1 || nodes.Number >= 2;
    }

    private static Copy Secondary(StoreContext context, Store store, Node member)
    {
        var lost = RegionReplica.KeyLost(context, member, member["kmsKeyId"], member.Region);
        var usual = context.Estimates.Duration("usual lag", "cache-global-lag", store.Workload, store.Label, member.Urn, "elasticache-gds-rpo");
        var alarms = context.Alarms.On("GlobalDatastoreReplicationLag", member["replicationGroupId"].Text, member).Where(alarm => alarm.Region is null || alarm.Region == member.Region);
        var promotion = context.Estimates.Duration($"promote {store.Label}", "cache-promotion", store.Workload, store.Label, member.Urn, "elasticache-gds-rto");
        return RegionReplica.Of(store, member, member.Region, lost, RegionReplica.Lag(usual, alarms, 1), promotion);
    }

    private static Copy InNodes(Store store)
    {
        const string Why = "a cluster without replication group has its data in one node each";
        return ZoneCopy.Regional(store, "memory of its nodes").Loses(Disruption.Instance, Why).Loses(Disruption.Zone, Why).Build();
    }

    private static Copy Snapshot(StoreContext context, Store store, Prop window)
    {
        const string Kind = "daily snapshot";
        var days = store.Node["snapshotRetentionLimit"];
        if (store.Node["engine"].Text == "memcached")
        {
            return Snapshots.None(store, Kind, "memcached keeps no snapshots");
        }

        return days.IsUnknown ? Snapshots.Unknown(store, Kind, days)
            : days.Number is > 0 ? Snapshots.Of(context, store, Kind, store.Home, store.Node, Snapshots.Daily(context, store, window), days.Number, context.Restore(store, null))
            : Snapshots.None(store, Kind, "automatic snapshots are off: snapshotRetentionLimit is 0");
    }
}
