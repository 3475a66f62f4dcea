using DrInfra.Policies.Aws.Redshift;
using DrInfra.Policies.Aws.Schedules;
using DrInfra.Policies.Graph;
using DrInfra.Recovery;
using DrInfra.Recovery.Figures;

namespace DrInfra.Policies.Assessment.Stores;

/// <summary>Redshift clusters: in one zone or two, with snapshots, and copies of them in another Region.</summary>
internal sealed class WarehouseReader : IStoreReader
{
    public IReadOnlyList<string> Types { get; } = [RedshiftTypes.Cluster];

    public IEnumerable<Store> Read(StoreContext context)
    {
        foreach (var cluster in context.Estate.OfType(RedshiftTypes.Cluster))
        {
            var workload = context.WorkloadOf(cluster);
            var (label, size, change) = context.Describe(workload, "warehouse", cluster, cluster["clusterIdentifier"].Text ?? "");
            var store = new Store(cluster, workload, "warehouse", label, cluster.Region) { Members = [cluster], SizeGb = size, ChangeGbPerDay = change };
            yield return store with { Copies = [.. CopiesOf(context, store)] };
        }
    }

    private static IEnumerable<Copy> CopiesOf(StoreContext context, Store store)
    {
        var cluster = store.Node;
        var restore = context.Restore(store, null);
        yield return InRegion(context, store, restore);
        var days = cluster["automatedSnapshotRetentionPeriod"];
        const string Kind = "automated snapshot";
        if (days.IsUnknown)
        {
            yield return Snapshots.Unknown(store, Kind, days);
        }
        else if (days.Number == 0)
        {
            yield return Snapshots.None(store, Kind, "automated snapshots are off");
        }
        else
        {
            // One day where nothing is stated (fact redshift-snap-retention).
            var age = Age(context, store);
            yield return Snapshots.Of(context, store, Kind, store.Home, cluster, age, days.Number ?? 1, restore);
            foreach (var copy in context.Estate.UsersOf(cluster, RedshiftTypes.SnapshotCopy, "clusterIdentifier"))
            {
                yield return Copied(context, store, copy, age, restore);
            }
        }

        // AWS Backup does not copy warehouses to other Regions (not among fact backup-xregion-supported).
        foreach (var copy in BackupCopies.Of(context, store, null))
        {
            yield return copy.Region is null || copy.Region == store.Home ? copy
                : new CopyBuilder(copy.Kind, copy.Region, copy.Node).Loses(Disruption.Region, "AWS Backup does not copy Redshift to another Region").Build();
        }
    }

    private static Copy InRegion(StoreContext context, Store store, Derivation restore)
    {
        var nothing = Derivation.Nothing("work not yet stored", "managed storage keeps what was committed");
        var (zones, moves) = (store.Node["multiAz"], store.Node["availabilityZoneRelocationEnabled"]);
        var copy = ZoneCopy.Regional(store, zones.Flag == true ? "compute in two zones" : "its own storage");
        if (zones.IsUnknown || moves.IsUnknown)
        {
            var unknown = Derivation.Leaf("what happens after a zone", Figure.Unknown, new Source(SourceKind.Property, (zones.IsUnknown ? zones : moves).Path, store.Node.Urn));
            return copy.Survives(Disruption.Instance, nothing, unknown).Survives(Disruption.Zone, nothing, unknown).Build();
        }

        var over = context.Estimates.Duration("the other zone takes over, or a node is replaced", "warehouse-failover", store.Workload, store.Label, store.Node.Urn);
        copy = copy.Survives(Disruption.Instance, nothing, over);
        return zones.Flag == true || moves.Flag == true
            ? copy.Survives(Disruption.Zone, nothing, over).Build()
            : copy.Survives(Disruption.Zone, nothing, Derivation.Sum("restored in another zone", restore)).Build();
    }

    private static Derivation Age(StoreContext context, Store store) => Derivation.Sum(
        "age of the newest snapshot",
        Interval(context, store),
        context.Estimates.Duration("until it is taken and copied", "backup-time-to-finish", store.Workload, store.Label, store.Node.Urn));

    // A schedule replaces what the service does by itself: every eight hours, or when much has changed.
    private static Derivation Interval(StoreContext context, Store store)
    {
        var schedules = context.Estate.UsersOf(store.Node, RedshiftTypes.SnapshotScheduleAssociation, "clusterIdentifier")
            .Select(use => (Use: use, Schedule: context.Estate.References.Follow(use, "scheduleIdentifier", RedshiftTypes.SnapshotSchedule))).ToArray();
        if (schedules.Length == 0)
        {
            return context.Estimates.Duration("between two snapshots", "snapshot-interval", store.Workload, store.Label, store.Node.Urn, "redshift-snap");
        }

        var (use, schedule) = schedules[0];
        if (schedule.Target?["definitions"].Items is not { Count: > 0 } definitions)
        {
            return Derivation.Leaf("between two snapshots", Figure.Unknown, new Source(SourceKind.Property, "scheduleIdentifier", use.Urn));
        }

        // The most frequent of its definitions; the others add snapshots.
        return ScheduleDefinition.LongestGap(definitions) is { } gap
            ? Derivation.Leaf("between two snapshots", Figure.Exactly(gap.TotalSeconds, Basis.Enforced), new Source(SourceKind.Property, "definitions", schedule.Target!.Urn))
            : Derivation.Never("between two snapshots", $"the definitions of {schedule.Target!.Name} cannot be read");
    }

    private static Copy Copied(StoreContext context, Store store, Node copying, Derivation age, Derivation restore)
    {
        var region = copying["destinationRegion"];
        if (region.IsUnknown)
        {
            var unknown = Derivation.Leaf("Region of the copies", Figure.Unknown, new Source(SourceKind.Property, region.Path, copying.Urn));
            return new CopyBuilder("copied snapshot", null, copying).Survives(Disruption.Region, unknown, restore).Build();
        }

        // Seven days where nothing is stated.
        var kept = copying["retentionPeriod"];
        var copy = Snapshots.Of(context, store, "copied snapshot", region.Text, copying, age, !kept.IsStated() ? 7 : kept.Number, restore);
        return GrantLost(context, store, copying, region.Text) is { } why
            ? new CopyBuilder("copied snapshot", region.Text, copying).Loses(Disruption.Region, why).Build()
            : copy;
    }

    // Encrypted snapshots cannot be copied until a grant of the destination Region lets the service use a key there.
    private static Reason? GrantLost(StoreContext context, Store store, Node copying, string? region)
    {
        if (store.Node["encrypted"].Flag == false || !store.Node["kmsKeyId"].IsStated())
        {
            return null;
        }

        var grant = context.Estate.References.Follow(copying, "snapshotCopyGrantName", RedshiftTypes.SnapshotCopyGrant);
        return grant.IsAbsent ? "its snapshots are encrypted, and no grant lets the service encrypt the copies"
            : grant.Target?.Region is { } where && where != region ? $"the grant for its copies is in {where}"
            : grant.Target is { } target && region is not null ? context.KeyLost(target, target["kmsKeyId"], region)
            : null;
    }
}
