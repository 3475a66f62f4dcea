using DrInfra.Policies.Aws.Rds;
using DrInfra.Policies.Graph;
using DrInfra.Recovery;
using DrInfra.Recovery.Figures;

namespace DrInfra.Policies.Assessment.Stores;

/// <summary>Aurora clusters, alone or members of a global database.</summary>
internal sealed class AuroraReader : IStoreReader
{
    public IReadOnlyList<string> Types { get; } = [RdsTypes.Cluster, RdsTypes.GlobalCluster, RdsTypes.ClusterInstance];

    public IEnumerable<Store> Read(StoreContext context)
    {
        foreach (var members in Databases(context.Estate))
        {
            yield return OfMembers(context, members);
        }
    }

    // Clusters of one global database are one store; so is a cluster by itself.
    private static IEnumerable<IReadOnlyList<Node>> Databases(Estate estate) => estate.OfType(RdsTypes.Cluster).Where(cluster => !MultiAzClusterReader.Is(cluster))
        .GroupBy(cluster => GlobalIdOf(estate, cluster) ?? cluster.Urn, StringComparer.Ordinal)
        .Select(group => (IReadOnlyList<Node>)[.. group]);

    private static string? GlobalIdOf(Estate estate, Node cluster)
    {
        var reference = estate.References.Follow(cluster, "globalClusterIdentifier", RdsTypes.GlobalCluster);
        return reference.Target?["globalClusterIdentifier"].Text ?? reference.Text;
    }

    private static Store OfMembers(StoreContext context, IReadOnlyList<Node> members)
    {
        var workload = members.Select(context.WorkloadOf).FirstOrDefault(name => name.Length > 0) ?? "";
        var primary = context.PromiseOf(workload)?.Regions?.Primary;

        // The member of the primary Region; else one that names its own administrator, which a secondary does not.
        var home = members.FirstOrDefault(member => primary is not null && member.Region == primary)
            ?? members.FirstOrDefault(member => !member["masterUsername"].IsAbsent) ?? members[0];
        var (label, size, change) = context.Describe(workload, "database", home, home["clusterIdentifier"].Text ?? "");
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
                .. members.Where(member => member != home).Select(member => Secondary(context, store, member)),
                Window(context, store, restore),
                .. BackupCopies.Of(context, store, "rhub-est-rds-restore"),
            ],
        };
    }

    private static Copy InRegion(StoreContext context, Store store)
    {
        var cluster = store.Node;
        var nothing = Derivation.Nothing("work not yet in the other zones", "Aurora writes to three zones before it acknowledges");
        var instances = InstancesOf(context.Estate, cluster);
        var failover = instances.Count > 1
            ? Derivation.Bounded(
                "a reader takes over",
                context.Estimates.Duration("usual", "aurora-in-region-failover", store.Workload, store.Label, cluster.Urn, "aurora-inregion-failover-typ"),
                context.Estimates.Duration("at most", "aurora-in-region-failover", store.Workload, store.Label, cluster.Urn, "aurora-inregion-failover"))
            : context.Estimates.Duration("the only instance is made again", "aurora-instance-recreation", store.Workload, store.Label, cluster.Urn, "aurora-inregion-noreplica");
        var zones = instances.Select(instance => instance["availabilityZone"].Text).OfType<string>().Distinct(StringComparer.Ordinal).Count();
        var placed = instances.Count(instance => instance["availabilityZone"].IsKnown);
        var overZones = instances.Count > 1 && (zones > 1 || placed < instances.Count)
            ? failover
            : context.Estimates.Duration("an instance is made in another zone", "aurora-instance-recreation", store.Workload, store.Label, cluster.Urn, "aurora-inregion-noreplica");
        var copy = new CopyBuilder("storage in three zones", cluster.Region, cluster).Loses(Disruption.Region, $"it is in {cluster.Region ?? "one Region"} alone")
            .Loses(Disruption.Corruption, "what is wrong is wrong in all zones")
            .Loses(Disruption.Account, "the account may delete the cluster");
        if (instances.Count == 0)
        {
            var none = Derivation.Never("an instance takes over", $"{cluster.Name} has no instance");
            return copy.Survives(Disruption.Instance, nothing, none).Survives(Disruption.Zone, nothing, none).Build();
        }

        return copy.Survives(Disruption.Instance, nothing, failover).Survives(Disruption.Zone, nothing, overZones).Build();
    }

    private static Copy Secondary(StoreContext context, Store store, Node member)
    {
        var copy = new CopyBuilder("replica", member.Region, member)
            .Loses(Disruption.Corruption, "what is wrong is replicated")
            .Loses(Disruption.Account, "the account may delete the replica");
        if (member.Region is { } region && region == store.Home)
        {
            return copy.Loses(Disruption.Region, $"it is in {region} too").Build();
        }

        if (member.Region is { } where && context.KeyLost(member, member["kmsKeyId"], where) is { } why)
        {
            return copy.Loses(Disruption.Region, why).Build();
        }

        return copy.Survives(Disruption.Region, Lag(context, store, member), Promotion(context, store, member)).Build();
    }

    private static Derivation Lag(StoreContext context, Store store, Node member)
    {
        var usual = context.Estimates.Duration("usual lag", "aurora-global-lag", store.Workload, store.Label, member.Urn, "aurora-gdb-lag");
        if (Enforced(context.Estate, store.Node) is { } enforced)
        {
            return Derivation.Bounded("lag of the replica", usual, enforced);
        }

        var alarms = new[] { "AuroraGlobalDBRPOLag", "AuroraGlobalDBReplicationLag" }
            .SelectMany(metric => context.Alarms.On(metric, member["clusterIdentifier"].Text, member))
            .Where(alarm => alarm.Region is null || alarm.Region == member.Region);
        return RegionReplica.Lag(usual, alarms, 1000);
    }

    // The primary stops committing while every secondary lags by more than this (at least 20 s, fact aurora-gdb-managed-rpo).
    private static Derivation? Enforced(Estate estate, Node cluster)
    {
        if (estate.References.Follow(cluster, "dbClusterParameterGroupName", RdsTypes.ClusterParameterGroup).Target is not { } group)
        {
            return null;
        }

        var bound = group["parameters"].Items.FirstOrDefault(parameter => parameter["name"].Text == "rds.global_db_rpo")["value"];
        return bound.Number is { } seconds and >= 20
            ? Derivation.Leaf("commits wait beyond rds.global_db_rpo", Figure.Exactly(seconds, Basis.Enforced), new Source(SourceKind.Property, bound.Path, group.Urn))
            : null;
    }

    private static Derivation Promotion(StoreContext context, Store store, Node member)
    {
        var promote = context.Estimates.Duration($"promote {store.Label}", "aurora-promotion", store.Workload, store.Label, member.Urn, "aurora-gdb-rto-workshop");
        var instances = InstancesOf(context.Estate, member);
        if (instances.Count == 0)
        {
            return Derivation.Sum(
                "promote a replica without instances",
                context.Estimates.Duration("make an instance", "database-capacity", store.Workload, store.Label, member.Urn, "aurora-inregion-noreplica"),
                promote);
        }

        // A writer of a smaller class than the one it replaces cannot carry its work: it is resized first.
        var wanted = InstancesOf(context.Estate, store.Node).Select(instance => instance["instanceClass"].Text).OfType<string>().Distinct(StringComparer.Ordinal).ToArray();
        return wanted.Length == 0 || instances.Any(instance => instance["instanceClass"].Text is not { } own || wanted.Contains(own, StringComparer.Ordinal))
            ? promote
            : Derivation.Sum(
                $"promote {store.Label} and give it the writer's size",
                promote,
                context.Estimates.Duration("resize or add instances", "database-capacity", store.Workload, store.Label, member.Urn, "aurora-inregion-noreplica"));
    }

    private static Copy Window(StoreContext context, Store store, Derivation restore)
    {
        var retention = store.Node["backupRetentionPeriod"];
        var copy = new CopyBuilder("point-in-time window", store.Home, store.Node)
            .Loses(Disruption.Region, $"it is in {store.Home ?? "one Region"} alone")
            .Loses(Disruption.Account, "the account may delete it");

        // One day where nothing is stated (fact rds-backup-retention-default-api).
        return PointInTime.Add(context, store, copy, retention.IsAbsent ? 1 : retention.Number, retention.IsUnknown, restore).Build();
    }

    private static IReadOnlyList<Node> InstancesOf(Estate estate, Node cluster) => estate.UsersOf(cluster, RdsTypes.ClusterInstance, "clusterIdentifier");
}
