using DrInfra.Policies.Assessment;
using DrInfra.Policies.Aws;
using DrInfra.Policies.Aws.Backup;
using DrInfra.Policies.Aws.ElastiCache;
using DrInfra.Policies.Aws.MemoryDb;
using DrInfra.Policies.Aws.Rds;
using DrInfra.Recovery;

namespace DrInfra.Policies.Rules.Databases;

public sealed class GlobalDatabaseSpansRegions : StackRule
{
    // AWS Backup starts a job every hour at most often, and copies only then.
    private static readonly TimeSpan BestBackup = TimeSpan.FromHours(1);

    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        var estate = context.Estate;
        var promises = context.Promises.Value;
        return
            from global in Databases(estate).Concat(Caches(estate))
            let regions = global.Members.Select(member => member.Region).OfType<string>().Distinct(StringComparer.Ordinal).ToArray()
            where regions.Length < 2
                && (estate.Stacks.Count > 1 || global.Members.Count > 1 || (global.Node.Tag(DrTags.Role) is null && Regions.AreSeveral(estate)))
                    && (regions.Length == 0 || !BackupsDo(estate, promises.For(global.Node.Workload), global.Members))
            select Finding.Violation(
                global.Node, regions.Length == 0 ? "it has no members" : $"all its members are in {regions[0]}, a second Region needed");
    }

    private static bool BackupsDo(Estate estate, Promise? promise, IReadOnlyList<Node> members) =>
        promise is not null && !(promise.For(Disruption.Region).Rpo < BestBackup) && members.Any(BackupEstate.Of(estate).MayLeave);

    private static IEnumerable<(Node Node, IReadOnlyList<Node> Members)> Databases(Estate estate) =>
        from family in ClusterFamily.All
        from database in GlobalDatabase.AllIn(estate, family)
        where database.Global is not null
        select (database.Global, database.Members);

    private static IEnumerable<(Node Node, IReadOnlyList<Node> Members)> Caches(Estate estate) =>
        estate.OfType(ElastiCacheTypes.GlobalReplicationGroup).Select(node => (node, GlobalDatastore.Members(estate, node)))
            .Concat(
                estate.OfType(MemoryDbTypes.MultiRegionCluster).Select(node => (node, estate.UsersOf(node, MemoryDbTypes.Cluster, "multiRegionClusterName"))));
}
