using DrInfra.Policies.Graph;
using DrInfra.Recovery;
using DrInfra.Recovery.Figures;

namespace DrInfra.Policies.Assessment.Stores;

/// <summary>What differs between the services whose clusters share a volume over three zones.</summary>
internal sealed record ClusterService(string Name, string Cluster, string GlobalCluster, string Instance, string KeyProperty, string BackupService)
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
    public IReadOnlyList<string> Types { get; } = [service.Cluster, service.GlobalCluster, service.Instance];

    public IEnumerable<Store> Read(StoreContext context)
    {
        var databases = context.Estate.OfType(service.Cluster).GroupBy(cluster => GlobalOf(context.Estate, cluster) ?? cluster.Urn, StringComparer.Ordinal);
        foreach (var members in databases)
        {
            yield return OfMembers(context, [.. members]);
        }
    }

    private string? GlobalOf(Estate estate, Node cluster)
    {
        var reference = estate.References.Follow(cluster, "globalClusterIdentifier", service.GlobalCluster);
        if (reference.Target is null && estate.UsersOf(cluster, service.GlobalCluster, "sourceDbClusterIdentifier") is [var made, ..])
        {
            return made["globalClusterIdentifier"].Text ?? made.Urn;
        }

        return reference.Target?["globalClusterIdentifier"].Text ?? reference.Text;
    }

    private Store OfMembers(StoreContext context, IReadOnlyList<Node> members)
    {
        var workload = members.Select(context.WorkloadOf).FirstOrDefault(name => name.Length > 0) ?? "";
        var primary = context.PromiseOf(workload)?.Regions?.Primary;
        var home = members.FirstOrDefault(member => primary is not null && member.Region == primary)
            ?? members.FirstOrDefault(member => context.Estate.UsersOf(member, service.GlobalCluster, "sourceDbClusterIdentifier").Count > 0)
            ?? members.FirstOrDefault(member => member["masterUsername"].IsStated()) ?? members[0];
        var (label, size, change) = context.Describe(workload, "database", home, home["clusterIdentifier"].Text ?? "");
        var store = new Store(home, workload, "database", label, home.Region)
        {
            Members = [.. members, .. members.SelectMany(member => InstancesOf(context.Estate, member))],
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
                .. members.Where(member => member != home).Select(member => Secondary(context, store, member)),
                Window(context, store, restore),
                .. BackupCopies.Of(context, store, null),
            ],
        };
    }

    private Copy InRegion(StoreContext context, Store store)
    {
        var nothing = Derivation.Nothing("work not yet in the other zones", $"{service.Name} writes to three zones before it acknowledges");
        var instances = InstancesOf(context.Estate, store.Node);
        var copy = ZoneCopy.Regional(store, "storage in three zones");
        if (instances.Count == 0)
        {
            var none = Derivation.Never("an instance takes over", $"{store.Node.Name} has no instance");
            return copy.Survives(Disruption.Instance, nothing, none).Survives(Disruption.Zone, nothing, none).Build();
        }

        var made = Create(context, store, store.Node, "an instance is made again");
        var failover = instances.Count > 1
            ? context.Estimates.Duration("a reader takes over", $"{service.Prefix}-failover", store.Workload, store.Label, store.Node.Urn, service.FailoverFact)
            : made;
        var zones = instances.Select(instance => instance["availabilityZone"].Text).OfType<string>().Distinct(StringComparer.Ordinal).Count();
        var placed = instances.Count(instance => instance["availabilityZone"].IsKnown);
        return copy.Survives(Disruption.Instance, nothing, failover)
            .Survives(Disruption.Zone, nothing, instances.Count > 1 && (zones > 1 || placed < instances.Count) ? failover : made)
            .Build();
    }

    private Copy Secondary(StoreContext context, Store store, Node member)
    {
        var lost = member.Region is { } region ? context.KeyLost(member, member[service.KeyProperty], region) : null;
        var usual = context.Estimates.Duration("usual lag", $"{service.Prefix}-lag", store.Workload, store.Label, member.Urn, service.LagFact);
        var alarms = context.Alarms.On(service.LagMetric, member["clusterIdentifier"].Text, member).Where(alarm => alarm.Region is null || alarm.Region == member.Region);
        return RegionReplica.Of(store, member, member.Region, lost, RegionReplica.Lag(usual, alarms, 1000), Promotion(context, store, member));
    }

    private Derivation Promotion(StoreContext context, Store store, Node member)
    {
        var promote = context.Estimates.Duration($"promote {store.Label}", $"{service.Prefix}-promotion", store.Workload, store.Label, member.Urn, service.PromotionFact);
        var instances = InstancesOf(context.Estate, member);
        if (instances.Count == 0)
        {
            return Derivation.Sum("promote a replica without instances", Create(context, store, member, "make an instance"), promote);
        }

        var wanted = InstancesOf(context.Estate, store.Node).Select(instance => instance["instanceClass"].Text).OfType<string>().Distinct(StringComparer.Ordinal).ToArray();
        return wanted.Length == 0 || instances.Any(instance => instance["instanceClass"].Text is not { } own || wanted.Contains(own, StringComparer.Ordinal))
            ? promote
            : Derivation.Sum($"promote {store.Label} and give it the writer's size", promote, Create(context, store, member, "resize or add instances"));
    }

    private Derivation Create(StoreContext context, Store store, Node cluster, string label) =>
        context.Estimates.Duration(label, "database-capacity", store.Workload, store.Label, cluster.Urn, service.CreationFact);

    private static Copy Window(StoreContext context, Store store, Derivation restore)
    {
        var retention = store.Node["backupRetentionPeriod"];
        var copy = new CopyBuilder("point-in-time window", store.Home, store.Node)
            .Loses(Disruption.Region, $"it is in {store.Home ?? "one Region"} alone")
            .Loses(Disruption.Account, "the account may delete it");

        // One day where nothing is stated, as with Aurora.
        return PointInTime.Add(context, store, copy, !retention.IsStated() ? 1 : retention.Number, retention.IsUnknown, restore).Build();
    }

    private IReadOnlyList<Node> InstancesOf(Estate estate, Node cluster) => estate.UsersOf(cluster, service.Instance, "clusterIdentifier");
}
