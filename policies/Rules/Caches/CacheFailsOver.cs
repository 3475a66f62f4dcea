using DrInfra.Policies.Assessment.Stores;
using DrInfra.Policies.Aws.ElastiCache;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Caches;

public sealed class CacheFailsOver : ResourceRule
{
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
