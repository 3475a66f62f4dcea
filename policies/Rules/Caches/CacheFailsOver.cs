using DrInfra.Policies.Aws.ElastiCache;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Caches;

public sealed class CacheFailsOver : ResourceRule
{
    public override string Description => "A replica of a cache takes over when its primary fails.";

    public override string Why => "Without a replica, or with automatic failover off, what was in the cache is gone, and somebody has to make it again by hand.";

    public override string Fix => "Set automaticFailoverEnabled, and at least one replica for each shard.";

    public override Severity Severity => Severity.High;

    public override IReadOnlyList<string> Practices => ["F1", "F3"];

    public override IReadOnlyList<string> Also => ["ElastiCache.3", "CKV2_AWS_50", "elasticache_redis_cluster_automatic_failover_enabled"];

    public override IReadOnlyList<string> AppliesTo => [ElastiCacheTypes.ReplicationGroup];

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        var group = new ReplicationGroup(node);
        yield return FlagVerdict.Of(group.AutomaticFailover, wanted: true, serviceDefault: false, "automatic failover is off: no replica takes over");
        if (group.AutomaticFailover.Flag == true && !group.HasReplicas)
        {
            yield return Verdict.Violation("a shard has no replica that could take over", "replicasPerNodeGroup");
        }
    }
}
