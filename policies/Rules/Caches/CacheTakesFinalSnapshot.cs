using DrInfra.Policies.Aws.ElastiCache;
using DrInfra.Policies.Aws.MemoryDb;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Caches;

public sealed class CacheTakesFinalSnapshot : ResourceRule
{
    public override IReadOnlyList<string> AppliesTo => [ElastiCacheTypes.ReplicationGroup, MemoryDbTypes.Cluster];

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        var name = node.Input(node.Type == ElastiCacheTypes.ReplicationGroup ? "finalSnapshotIdentifier" : "finalSnapshotName");
        yield return node["snapshotRetentionLimit"].Number is not > 0 ? Verdict.NotApplicable("it keeps no snapshots")
            : node["globalReplicationGroupId"].IsStated() ? Verdict.NotApplicable("a secondary is made anew from its primary")
            : name.IsStated() ? Verdict.Compliant
            : Verdict.Violation("its automatic snapshots go with it, and no final one is taken", name.Path);
    }
}
