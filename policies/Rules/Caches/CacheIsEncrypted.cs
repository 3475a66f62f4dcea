using DrInfra.Policies.Aws.ElastiCache;
using DrInfra.Policies.Aws.MemoryDb;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Caches;

public sealed class CacheIsEncrypted : ResourceRule
{
    public override IReadOnlyList<string> AppliesTo => [ElastiCacheTypes.ReplicationGroup, MemoryDbTypes.Cluster];

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        if (node.Type == MemoryDbTypes.Cluster)
        {
            yield return FlagVerdict.Of(node["tlsEnabled"], wanted: true, serviceDefault: true, "connections are not encrypted");
            yield break;
        }

        // A secondary of a global datastore is encrypted as its primary is.
        if (!node["globalReplicationGroupId"].IsStated() || node["atRestEncryptionEnabled"].IsStated())
        {
            yield return FlagVerdict.Of(node["atRestEncryptionEnabled"], wanted: true, serviceDefault: false, "its data is not encrypted at rest");
        }

        if (!node["globalReplicationGroupId"].IsStated() || node["transitEncryptionEnabled"].IsStated())
        {
            yield return FlagVerdict.Of(node["transitEncryptionEnabled"], wanted: true, serviceDefault: false, "connections are not encrypted");
        }
    }
}
