using DrInfra.Policies.Aws;
using DrInfra.Policies.Aws.Rds;
using DrInfra.Recovery;
using DrInfra.Recovery.Figures;

namespace DrInfra.Policies.Assessment.Stores;

/// <summary>What differs between the services whose clusters share a volume over three zones.</summary>
internal sealed record ClusterService(string Name, ClusterFamily Family, string BackupService)
{
    /// <summary>Prefix of the assumptions: <c>{Prefix}-failover</c>, <c>-lag</c>, <c>-promotion</c>.</summary>
    public required string Prefix { get; init; }

    public string? FailoverFact { get; init; }

    public string? CreationFact { get; init; }

    public string? LagFact { get; init; }

    public string? PromotionFact { get; init; }

    public required string LagMetric { get; init; }
}

/// <summary>DocumentDB and Neptune: clusters with instances, alone or members of a global cluster.</summary>
internal abstract class ClusterDatabaseReader(ClusterService service) : IStoreReader
{
    public IReadOnlyList<string> Types { get; } = [service.Family.Cluster, service.Family.Global, service.Family.Instance];

    public IEnumerable<Store> Read(StoreContext context) =>
        ClusterCopies.AllIn(context.Estate, service.Family, _ => true).Select(copies => OfMembers(context, copies));

    private Store OfMembers(StoreContext context, ClusterCopies copies)
    {
        var members = copies.Members;
        var workload = members.Select(context.WorkloadOf).FirstOrDefault(name => name.Length > 0) ?? "";
        var primary = context.PromiseOf(workload)?.Regions?.Primary;
        var home = members.FirstOrDefault(member => primary is not null && member.Region == primary) ?? copies.Primary;
        var (label, size, change) = context.Describe(workload, "database", home, PhysicalName.Of(home) ?? "");
        var store = new Store(home, workload, "database", label, home.Region)
        {
            Members = [.. members, .. members.SelectMany(member => ClusterInstances.Of(context.Estate, member))],
            SizeGb = size,
            ChangeGbPerDay = change,
            NeedsPromotion = true,
        };
        var restore = context.Restore(store, null);
        return store with
        {
            Copies =
            [
                InRegion(context, store),
                .. members.Where(member => member != home).Select(member => Secondary(context, store, copies, member)),
                .. copies.Unknown.Select(link => RegionReplica.Unknown(link.Node, link.Link)),
                PointInTime.Window(context, store, restore),
                .. BackupCopies.Of(context, store, null),
            ],
        };
    }

    private Copy InRegion(StoreContext context, Store store)
    {
        var nothing = Derivation.Nothing("data not yet in the other zones", $"{service.Name} writes to three zones before it acknowledges a write");
        var instances = ClusterInstances.Of(context.Estate, store.Node);
        var copy = ZoneCopy.Regional(store, "storage in three zones");
        if (instances.Count == 0)
        {
            var none = Derivation.Never("an instance takes over", $"{store.Node.Name} has no instance");
            return copy.Survives(Disruption.Instance, nothing, none).Survives(Disruption.Zone, nothing, none).Build();
        }

        var made = Create(context, store, store.Node, "an instance is recreated");
        var failover = instances.Count > 1
            ? context.Estimates.Duration("a reader takes over", $"{service.Prefix}-failover", store.Workload, store.Label, store.Node.Urn, service.FailoverFact)
            : made;
        return copy.Survives(Disruption.Instance, nothing, failover)
            .Survives(Disruption.Zone, nothing, ClusterInstances.SpanZones(instances) ? failover : made)
            .Build();
    }

    private Copy Secondary(StoreContext context, Store store, ClusterCopies copies, Node member)
    {
        var lost = Reason.Deciding(copies.Refusals(context.Estate, member))
            ?? RegionReplica.KeyLost(context, member, KeyUse.KeyOf(member), member.Region);
        var usual = context.Estimates.Duration("typical lag", $"{service.Prefix}-lag", store.Workload, store.Label, member.Urn, service.LagFact);
        var alarms = context.Alarms.On(service.LagMetric, PhysicalName.Of(member), member)
            .Where(alarm => alarm.Region is null || alarm.Region == member.Region);
        return RegionReplica.Of(
            store, member, member.Region, lost, RegionReplica.Lag(usual, alarms, UnitsOfTime.MillisecondsPerSecond),
            ClusterPromotion.Of(context, store, member, service.Prefix, service.PromotionFact, service.CreationFact));
    }

    private Derivation Create(StoreContext context, Store store, Node cluster, string label) =>
        context.Estimates.Duration(label, "database-capacity", store.Workload, store.Label, cluster.Urn, service.CreationFact);
}
