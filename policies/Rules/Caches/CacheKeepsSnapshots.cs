using DrInfra.Policies.Aws.ElastiCache;
using DrInfra.Policies.Aws.MemoryDb;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Caches;

public sealed class CacheKeepsSnapshots : ResourceRule
{
    protected override RuleDescriptor About => new(
        "A cache takes a snapshot every day, and keeps some.",
        Why: "Replicas follow a flush or a wrong write within a second; without snapshots there is nothing to go back to.",
        Fix: "Set snapshotRetentionLimit to at least minimumDays; 0, the default, turns snapshots off.",
        Severity.High, "B1 B4",
        Published: "ELASTICACHE_REDIS_CLUSTER_AUTOMATIC_BACKUP_CHECK, ElastiCache.1, AVD-AWS-0050, e93bbe63-a631-4c0f-b6ef-700d48441ff2, "
            + "elasticache_redis_cluster_backup_enabled");

    public override IReadOnlyList<RuleParameter> Parameters =>
    [
        new("minimumDays", "Days that daily snapshots must be kept.", 7, 1, 35),
    ];

    public override IReadOnlyList<string> AppliesTo => [ElastiCacheTypes.ReplicationGroup, ElastiCacheTypes.Cluster, ElastiCacheTypes.ServerlessCache, MemoryDbTypes.Cluster];

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        if (node["engine"].Text == "memcached")
        {
            return [Verdict.NotApplicable("Memcached keeps no snapshots")];
        }

        return
        [
            node["replicationGroupId"].IsStated() && node.Type == ElastiCacheTypes.Cluster ? Verdict.NotApplicable("its replication group takes them")
                : NumberVerdict.AtLeast(node["snapshotRetentionLimit"], parameters["minimumDays"], 0, "snapshotRetentionLimit", " days"),
        ];
    }
}
