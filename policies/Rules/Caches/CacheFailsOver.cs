using DrInfra.Policies.Assessment.Stores;
using DrInfra.Policies.Aws.ElastiCache;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Caches;

public sealed class CacheFailsOver : ResourceRule
{
    protected override RuleDescriptor About => new(
        "A replica of a cache takes over when its primary fails.",
        Why: "Without a replica, or with automatic failover off, what was in the cache is gone, and somebody has to make it again by hand.",
        Fix: "Set automaticFailoverEnabled, and at least one replica for each shard.",
        Severity.High, "F1 F3",
        Published: "ElastiCache.3, CKV2_AWS_50, elasticache_redis_cluster_automatic_failover_enabled");

    public override IReadOnlyList<string> AppliesTo => [ElastiCacheTypes.ReplicationGroup];

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        var failover = node["automaticFailoverEnabled"];
        yield return FlagVerdict.Of(failover, wanted: true, serviceDefault: false, "automatic failover is off: no replica takes over");
        if (failover.Flag == true && !CacheReader.HasReplicas(node))
        {
            yield return Verdict.Violation("a shard has no replica that could take over", "replicasPerNodeGroup");
        }
    }
}
