using DrInfra.Policies.Aws;
using DrInfra.Policies.Aws.Rds;
using DrInfra.Recovery;
using DrInfra.Recovery.Figures;

namespace DrInfra.Policies.Assessment.Stores;

/// <summary>Aurora clusters, alone or members of a global database.</summary>
internal sealed class AuroraReader : IStoreReader
{
    public IReadOnlyList<string> Types { get; } = [RdsTypes.Cluster, RdsTypes.GlobalCluster, RdsTypes.ClusterInstance];

    public IEnumerable<Store> Read(StoreContext context) =>
        ClusterCopies.AllIn(context.Estate, ClusterFamily.Aurora, cluster => !ClusterInstances.AreMadeByRds(cluster))
            .Select(copies => OfMembers(context, copies));

    private static Store OfMembers(StoreContext context, ClusterCopies copies)
    {
        var members = copies.Members;
        var workload = members.Select(context.WorkloadOf).FirstOrDefault(name => name.Length > 0) ?? "";
        var primary = context.PromiseOf(workload)?.Regions?.Primary;

        // The member of the primary Region; else the one that the program makes first.
        var home = members.FirstOrDefault(member => primary is not null && member.Region == primary) ?? copies.Primary;
        var (label, size, change) = context.Describe(workload, "database", home, PhysicalName.Of(home) ?? "");
        var store = new Store(home, workload, "database", label, home.Region)
        {
            Members = members,
            SizeGb = size,
            ChangeGbPerDay = change,
            NeedsPromotion = true,
        };
        var restore = context.Restore(store, "rhub-est-rds-restore");
        return store with
        {
            Copies =
            [
                InRegion(context, store),
                .. members.Where(member => member != home).Select(member => Secondary(context, store, copies, member)),
                .. copies.Unknown.Select(link => RegionReplica.Unknown(link.Node, link.Link)),
                PointInTime.Window(context, store, restore),
                .. DmsCopies.Of(context, store),
                .. BackupCopies.Of(context, store, "rhub-est-rds-restore"),
            ],
        };
    }

    private static Copy InRegion(StoreContext context, Store store)
    {
        var cluster = store.Node;
        var nothing = Derivation.Nothing("data not yet in the other zones", "Aurora writes to three zones before it acknowledges a write");
        var instances = ClusterInstances.Of(context.Estate, cluster);
        var failover = instances.Count > 1
            ? Derivation.Bounded(
                "a reader takes over",
                context.Estimates.Duration("usual", "aurora-in-region-failover", store.Workload, store.Label, cluster.Urn, "aurora-inregion-failover-typ"),
                context.Estimates.Duration("at most", "aurora-in-region-failover", store.Workload, store.Label, cluster.Urn, "aurora-inregion-failover"))
            : context.Estimates.Duration(
                "the only instance is recreated", "aurora-instance-recreation", store.Workload, store.Label, cluster.Urn, "aurora-inregion-noreplica");
        var overZones = ClusterInstances.SpanZones(instances)
            ? failover
            : context.Estimates.Duration(
                "an instance is created in another zone", "aurora-instance-recreation", store.Workload, store.Label, cluster.Urn, "aurora-inregion-noreplica");
        var copy = new CopyBuilder("storage in three zones", cluster.Region, cluster)
            .Loses(Disruption.Region, $"it is only in {cluster.Region ?? "one Region"}")
                .Loses(Disruption.Corruption, "all zones have the corrupt data")
                .Loses(Disruption.Account, "the account can delete the cluster");
        if (instances.Count == 0)
        {
            var none = Derivation.Never("an instance takes over", $"{cluster.Name} has no instance");
            return copy.Survives(Disruption.Instance, nothing, none).Survives(Disruption.Zone, nothing, none).Build();
        }

        return copy.Survives(Disruption.Instance, nothing, failover).Survives(Disruption.Zone, nothing, overZones).Build();
    }

    private static Copy Secondary(StoreContext context, Store store, ClusterCopies copies, Node member)
    {
        var lost = Reason.Deciding(copies.Refusals(context.Estate, member))
            ?? RegionReplica.KeyLost(context, member, KeyUse.KeyOf(member), member.Region);
        return GlobalDatabase.IsMember(member) || ClusterCopies.Source(context.Estate, member).Target is null
            ? RegionReplica.Of(store, member, member.Region, lost, Lag(context, store, member), Promotion(context, store, member))
            : RegionReplica.Of(store, member, member.Region, lost, BinlogLag(context, store, member), RdsInstanceReader.Promotion(context, store, member));
    }

    // A replica cluster of the older way follows the binary log, and an alarm watches another metric.
    private static Derivation BinlogLag(StoreContext context, Store store, Node member) => RegionReplica.Lag(
        context.Estimates.Duration("typical lag", "rds-replica-lag", store.Workload, store.Label, member.Urn),
        context.Alarms.On("AuroraBinlogReplicaLag", PhysicalName.Of(member), member).Where(alarm => alarm.Region is null || alarm.Region == member.Region),
        1);

    private static Derivation Lag(StoreContext context, Store store, Node member)
    {
        var usual = context.Estimates.Duration("typical lag", "aurora-global-lag", store.Workload, store.Label, member.Urn, "aurora-gdb-lag");
        if (Enforced(context.Estate, store.Node) is { } enforced)
        {
            return Derivation.Bounded("replica lag", usual, enforced);
        }

        var alarms = new[] { "AuroraGlobalDBRPOLag", "AuroraGlobalDBReplicationLag" }
            .SelectMany(metric => context.Alarms.On(metric, PhysicalName.Of(member), member))
            .Where(alarm => alarm.Region is null || alarm.Region == member.Region);
        return RegionReplica.Lag(usual, alarms, UnitsOfTime.MillisecondsPerSecond);
    }

    private static Derivation? Enforced(Estate estate, Node cluster) => LagBound.Of(estate, cluster) switch
    {
        var (owner, bound) when bound.Number is { } seconds && seconds >= LagBound.Least =>
            Derivation.Leaf(
                $"commits block above {LagBound.Parameter}", Figure.Exactly(seconds, Basis.Enforced), new Source(SourceKind.Property, bound.Path, owner.Urn)),
        _ => null,
    };

    private static Derivation Promotion(StoreContext context, Store store, Node member) =>
        ClusterPromotion.Of(context, store, member, "aurora", "aurora-gdb-rto-workshop", "aurora-inregion-noreplica");
}
