using DrInfra.Policies.Aws.ElastiCache;
using DrInfra.Policies.Aws.MemoryDb;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Caches;

public sealed class CacheKeepsSnapshots : ResourceRule
{
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
