using DrInfra.Policies.Aws.ElastiCache;
using DrInfra.Policies.Aws.MemoryDb;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Caches;

public sealed class CacheSpansZones : ResourceRule
{
    public override IReadOnlyList<string> AppliesTo => [ElastiCacheTypes.ReplicationGroup, ElastiCacheTypes.Cluster, MemoryDbTypes.Cluster];

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        yield return node.Type switch
        {
            ElastiCacheTypes.ReplicationGroup => FlagVerdict.Of(node["multiAzEnabled"], wanted: true, serviceDefault: false, "multiAzEnabled is off: its nodes may all be in one zone"),
            MemoryDbTypes.Cluster => NumberVerdict.AtLeast(node["numReplicasPerShard"], 1, 1, "replicas per shard", ""),
            _ => Cluster(node),
        };
    }

    // A single node is in one zone whatever it says; a group's member is placed by its group.
    private static Verdict Cluster(Node node)
    {
        if (node["replicationGroupId"].IsStated())
        {
            return Verdict.NotApplicable("its replication group places it");
        }

        var (nodes, zones) = (node["numCacheNodes"], node["azMode"]);
        return nodes.IsUnknown || zones.IsUnknown ? Verdict.Unknown((nodes.IsUnknown ? nodes : zones).Path)
            : (nodes.Number ?? 1) < 2 ? Verdict.Violation("it has one node, two in different zones needed", nodes.Path)
            : zones.Text == "cross-az" || node["preferredAvailabilityZones"].Items.Select(zone => zone.Text).Distinct(StringComparer.Ordinal).Count() > 1 ? Verdict.Compliant
            : Verdict.Violation($"azMode is {zones.Text ?? "single-az"}, cross-az needed", zones.Path);
    }
}
