using DrInfra.Policies.Aws;
using DrInfra.Policies.Aws.Rds;
using DrInfra.Recovery;
using DrInfra.Recovery.Facts;
using DrInfra.Recovery.Figures;

namespace DrInfra.Policies.Assessment.Stores;

/// <summary>RDS instances: one zone or several, replicas in other Regions, backups copied to them.</summary>
internal sealed class RdsInstanceReader : IStoreReader
{
    public IReadOnlyList<string> Types { get; } = [RdsTypes.Instance, RdsTypes.InstanceAutomatedBackupsReplication];

    public IEnumerable<Store> Read(StoreContext context)
    {
        foreach (var instance in context.Estate.OfType(RdsTypes.Instance).Where(instance => InstanceReplica.Source(context.Estate, instance).Target is null))
        {
            var replicas = InstanceReplica.Of(context.Estate, instance);
            var store = StoreOf(context, instance, replicas);
            yield return store with { Copies = [.. CopiesOf(context, store, replicas)] };
        }
    }

    private static IEnumerable<Copy> CopiesOf(StoreContext context, Store store, IReadOnlyList<Node> replicas)
    {
        var instance = store.Node;
        var restore = context.Restore(store, "rhub-est-rds-restore");
        var multiZone = new DatabaseInstance(instance).MultiAz;
        yield return InRegion(context, store, multiZone, restore);
        foreach (var replica in Replicas(context, store, replicas).Concat(DmsCopies.Of(context, store)))
        {
            yield return replica;
        }

        yield return PointInTime.Window(context, store, restore);
        foreach (var replication in new DatabaseInstance(instance).CopiedBackups(context.Estate))
        {
            yield return CopiedBackups(context, store, replication, restore);
        }

        foreach (var copy in BackupCopies.Of(context, store, "rhub-est-rds-restore"))
        {
            yield return copy;
        }
    }

    private static Copy InRegion(StoreContext context, Store store, Prop multiZone, Derivation restore)
    {
        var nothing = Derivation.Nothing("data not yet on disk", "the volume keeps committed transactions");
        var copy = new CopyBuilder(multiZone.Flag == true ? "synchronous standby in another zone" : "its own volume", store.Home, store.Node)
            .Loses(Disruption.Region, $"it is only in {store.Home ?? "one Region"}")
            .Loses(Disruption.Corruption, "the standby has the corrupt data too")
            .Loses(Disruption.Account, "the account can delete the instance");
        if (multiZone.IsUnknown)
        {
            var unknown = Derivation.Leaf(
                "whether a standby is in another zone", Figure.Unknown, new Source(SourceKind.Property, multiZone.Path, store.Node.Urn));
            return copy.Survives(Disruption.Instance, nothing, unknown).Survives(Disruption.Zone, unknown, unknown).Build();
        }

        if (multiZone.Flag != true)
        {
            return copy.Survives(Disruption.Instance, nothing, restore).Loses(Disruption.Zone, "it is in one zone only").Build();
        }

        var synchronous = Derivation.Nothing("data not yet on the standby", "the standby is written before a commit is acknowledged",
            FactBook.Get("rds-multiaz-rpo").ToSource());
        var failover = context.Estimates.Duration(
            "the standby takes over", "rds-multi-az-failover", store.Workload, store.Label, store.Node.Urn, "rds-multiaz-instance-failover");
        return copy.Survives(Disruption.Instance, synchronous, failover).Survives(Disruption.Zone, synchronous, failover).Build();
    }

    /// <summary>The read replicas of a database, and those that may be its own.</summary>
    public static IEnumerable<Copy> Replicas(StoreContext context, Store store, IReadOnlyList<Node> replicas) =>
    [
        .. replicas.Select(replica => Replica(context, store, replica)),
        .. InstanceReplica.MayFollow(context.Estate, store.Node).Select(replica => RegionReplica.Unknown(replica.Node, replica.Link)),
    ];

    private static Copy Replica(StoreContext context, Store store, Node replica)
    {
        var copy = new CopyBuilder("replica", replica.Region, replica)
            .Loses(Disruption.Corruption, "corrupt data is replicated")
            .Loses(Disruption.Account, "the account can delete the replica");
        var lost = Reason.Deciding([.. InstanceReplica.Refusals(context.Estate, replica), .. DatabasePlacement.Faults(context.Estate, replica)])
            ?? RegionReplica.KeyLost(context, replica, KeyUse.KeyOf(replica), replica.Region);
        if (lost is not null)
        {
            return copy.Loses(lost, Disruption.Zone, Disruption.Region).Build();
        }

        var lag = Lag(context, store, replica);
        var promote = Promotion(context, store, replica);
        copy.Survives(Disruption.Zone, lag, promote);
        return (replica.Region is null ? copy.Loses(Disruption.Region, Reason.Unknown(replica, "region"))
            : replica.Region == store.Home ? copy.Loses(Disruption.Region, "it is in the same Region")
            : copy.Survives(Disruption.Region, lag, promote)).Build();
    }

    /// <summary>How far a read replica is behind.</summary>
    public static Derivation Lag(StoreContext context, Store store, Node replica) => RegionReplica.Lag(
        context.Estimates.Duration("typical lag", "rds-replica-lag", store.Workload, store.Label, replica.Urn),
        context.Alarms.On("ReplicaLag", PhysicalName.Of(replica), replica),
        1);

    /// <summary>Until a read replica takes writes.</summary>
    public static Derivation Promotion(StoreContext context, Store store, Node replica) =>
        context.Estimates.Duration($"promote {replica.Name}", "rds-replica-promotion", store.Workload, store.Label, replica.Urn);

    /// <summary>A database with its read replicas, its copies still to be read.</summary>
    public static Store StoreOf(StoreContext context, Node database, IReadOnlyList<Node> replicas)
    {
        var workload = context.WorkloadOf(database);
        var (label, size, change) = context.Describe(workload, "database", database, PhysicalName.Of(database) ?? "");
        return new Store(database, workload, "database", label, database.Region)
        {
            Members = [database, .. replicas],
            SizeGb = size ?? new DatabaseInstance(database).AllocatedStorage,
            ChangeGbPerDay = change,
            NeedsPromotion = true,
        };
    }

    private static Copy CopiedBackups(StoreContext context, Store store, Node replication, Derivation restore)
    {
        var copy = new CopyBuilder("backups copied to another Region", replication.Region, replication)
            .Loses(Disruption.Account, "the account can delete them");
        if (AutomatedBackups.Refusal(context.Estate, replication) is { } refusal)
        {
            return copy.Loses(refusal, Disruption.Region, Disruption.Corruption).Build();
        }

        var age = context.Estimates.Duration(
            "copy of backups and logs", "rds-cross-region-backup-lag", store.Workload, store.Label, replication.Urn, "rds-xregion-backup-rpo");
        copy = replication.Region is { } region && region != store.Home && context.KeyLost(replication, KeyUse.KeyOf(replication), region) is not { }
            ? copy.Survives(Disruption.Region, age, restore)
            : copy.Loses(Disruption.Region, "it or its key is in the same Region");
        var kept = AutomatedBackups.Copied(replication);
        return PointInTime.Add(context, store, copy, kept.Days, kept.IsUnknown, restore).Build();
    }
}
