namespace DrInfra.Policies.Aws.ElastiCache;

/// <summary>Caches of ElastiCache, whichever way they are declared.</summary>
internal static class Caches
{
    /// <summary>Clusters and serverless caches that are in no replication group.</summary>
    public static IEnumerable<Node> WithoutGroup(Estate estate) => estate.OfTypes(ElastiCacheTypes.Cluster, ElastiCacheTypes.ServerlessCache)
        .Where(node => estate.References.Follow(node, "replicationGroupId", ElastiCacheTypes.ReplicationGroup).IsAbsent);

    public static DailySnapshots Snapshots(Node cache) => cache["engine"].Text == "memcached"
        ? new DailySnapshots(default, default, "Memcached keeps no snapshots")
        : new DailySnapshots(
            new StatedNumber(cache["snapshotRetentionLimit"], 0),
            cache[cache.Type == ElastiCacheTypes.ServerlessCache ? "dailySnapshotTime" : "snapshotWindow"],
            "automatic backups are off: snapshotRetentionLimit is 0");
}
