using DrInfra.Policies.Aws.ElastiCache;
using DrInfra.Policies.Aws.MemoryDb;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Caches;

public sealed class CacheTakesFinalSnapshot : ResourceRule
{
    public override string Description => "A cache that keeps snapshots takes one more before it is deleted.";

    public override string Why => "Deleting a cache deletes its automatic snapshots with it.";

    public override string Fix => "Name a finalSnapshotIdentifier (finalSnapshotName on MemoryDB).";

    public override Severity Severity => Severity.Medium;

    public override IReadOnlyList<string> Practices => ["B4"];

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
