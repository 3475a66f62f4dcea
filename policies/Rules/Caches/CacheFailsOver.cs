using DrInfra.Policies.Aws.ElastiCache;

namespace DrInfra.Policies.Rules.Caches;

public sealed class CacheFailsOver() : ResourceRule(ElastiCacheTypes.ReplicationGroup)
{
    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        var group = new ReplicationGroup(node);
        yield return FlagVerdict.Of(group.AutomaticFailover, wanted: true, serviceDefault: false, "automatic failover is off");
        if (group.AutomaticFailover.Flag == true && !group.HasReplicas)
        {
            yield return Verdict.Violation("a shard has no replica", "replicasPerNodeGroup");
        }
    }
}
