using DrInfra.Policies.Aws;
using DrInfra.Policies.Aws.ElastiCache;
using DrInfra.Policies.Aws.MemoryDb;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Caches;

public sealed class GlobalCacheSpansRegions : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        if (!Regions.AreSeveral(context.Estate))
        {
            yield break;
        }

        foreach (var (global, members, path) in context.Estate.OfType(ElastiCacheTypes.GlobalReplicationGroup).Select(node => Datastore(context.Estate, node))
            .Concat(context.Estate.OfType(MemoryDbTypes.MultiRegionCluster).Select(node => (node, context.Estate.UsersOf(node, MemoryDbTypes.Cluster, "multiRegionClusterName"), "multiRegionClusterName"))))
        {
            var regions = members.Select(member => member.Region).OfType<string>().Distinct(StringComparer.Ordinal).ToArray();
            if (regions.Length < 2)
            {
                yield return Finding.Violation(global, regions.Length == 0 ? "it has no member" : $"all its members are in {regions[0]}, a second Region needed", path);
            }
        }
    }

    private static (Node Global, IReadOnlyList<Node> Members, string Path) Datastore(Estate estate, Node global)
    {
        var primary = estate.References.Follow(global, "primaryReplicationGroupId", ElastiCacheTypes.ReplicationGroup).Target;
        return (global, [.. estate.UsersOf(global, ElastiCacheTypes.ReplicationGroup, "globalReplicationGroupId").Concat(primary is null ? [] : [primary]).Distinct()], "primaryReplicationGroupId");
    }
}
