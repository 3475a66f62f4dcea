using DrInfra.Policies.Aws;
using DrInfra.Policies.Aws.Redshift;
using DrInfra.Recovery;
using DrInfra.Recovery.Facts;
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
            var (label, size, change) = context.Describe(workload, "warehouse", cluster, PhysicalName.Of(cluster) ?? "");
            var store = new Store(cluster, workload, "warehouse", label, cluster.Region) { Members = [cluster], SizeGb = size, ChangeGbPerDay = change };
            yield return store with { Copies = [.. CopiesOf(context, store)] };
        }
    }

    private static IEnumerable<Copy> CopiesOf(StoreContext context, Store store)
    {
        var cluster = new RedshiftCluster(store.Node);
        var restore = context.Restore(store, null);
        yield return InRegion(context, store, restore);
        var days = cluster.SnapshotDays;
        const string Kind = "automated snapshot";
        if (days.IsUnknown)
        {
            yield return Snapshots.Unknown(store, Kind, days.Property);
        }
        else if (days.Value == 0)
        {
            yield return Snapshots.None(store, Kind, "automated snapshots are off");
        }
        else
        {
            var age = Age(context, store);
            yield return Snapshots.Of(context, store, Kind, store.Home, store.Node, age, days.Value, restore);
            foreach (var copy in cluster.SnapshotCopies(context.Estate))
            {
                yield return Copied(context, store, new RedshiftSnapshotCopy(copy), age, restore);
            }
        }

        var leaves = FactBook.Get("backup-xregion-supported").Words.Contains("Redshift");
        foreach (var copy in BackupCopies.Of(context, store, null))
        {
            yield return leaves || copy.Region is null || copy.Region == store.Home ? copy
                : new CopyBuilder(copy.Kind, copy.Region, copy.Node).Loses(Disruption.Region, "AWS Backup does not copy Redshift to another Region").Build();
        }
    }

    private static Copy InRegion(StoreContext context, Store store, Derivation restore)
    {
        var nothing = Derivation.Nothing("data not yet stored", "managed storage keeps committed data");
        var cluster = new RedshiftCluster(store.Node);
        var (zones, moves) = (cluster.MultiAz, cluster.Relocation);
        var copy = ZoneCopy.Regional(store, zones.Flag == true ? "compute in two zones" : "its own storage");
        if (zones.IsUnknown || moves.IsUnknown)
        {
            var unknown = Derivation.Leaf(
                "the behavior after the loss of a zone", Figure.Unknown,
                    new Source(SourceKind.Property, (zones.IsUnknown ? zones : moves).Path, store.Node.Urn));
            return copy.Survives(Disruption.Instance, nothing, unknown).Survives(Disruption.Zone, nothing, unknown).Build();
        }

        // Nodes with disks of their own mirror each other's, in one zone. What is lost with them only snapshots have.
        if (cluster.KeepsDataInNodes is not false)
        {
            return cluster.KeepsDataInNodes is null || cluster.Nodes.IsUnknown
                ? copy.Loses(Reason.Unknown(store.Node, cluster.KeepsDataInNodes is null ? cluster.NodeType.Path : cluster.Nodes.Property.Path),
                    Disruption.Instance, Disruption.Zone).Build()
                : (cluster.Nodes.Value >= 2 ? copy.Survives(Disruption.Instance, nothing, Over()) : copy.Loses(Disruption.Instance, "it has one node"))
                    .Loses(
                        Disruption.Zone,
                        new Reason($"{cluster.NodeType} keeps data on the disks of its nodes, in one zone", store.Node, cluster.NodeType.Path))
                    .Build();
        }

        var over = Over();
        copy = copy.Survives(Disruption.Instance, nothing, over);
        return zones.Flag == true || moves.Flag == true
            ? copy.Survives(Disruption.Zone, nothing, over).Build()
            : copy.Survives(Disruption.Zone, nothing, Derivation.Sum("restored in another zone", restore)).Build();

        Derivation Over() => context.Estimates.Duration(
            "the other zone takes over, or a node is replaced", "warehouse-failover", store.Workload, store.Label, store.Node.Urn);
    }

    private static Derivation Age(StoreContext context, Store store) => Derivation.Sum(
        "age of the newest snapshot",
        Interval(context, store),
        context.Estimates.Duration("time to finish the snapshot and copy", "backup-time-to-finish", store.Workload, store.Label, store.Node.Urn));

    private static Derivation Interval(StoreContext context, Store store)
    {
        const string Label = "snapshot interval";
        if (new RedshiftCluster(store.Node).Schedule(context.Estate) is not { } schedule)
        {
            return context.Estimates.Duration(Label, "snapshot-interval", store.Workload, store.Label, store.Node.Urn, "redshift-snap");
        }

        if (schedule.Schedule.Target is not { } declared || schedule.Definitions.Items.Count == 0)
        {
            return Derivation.Leaf(Label, Figure.Unknown, new Source(SourceKind.Property, schedule.Schedule.Path, schedule.Association.Urn));
        }

        return schedule.LongestGap is { } gap
            ? Derivation.Leaf(Label, Figure.Exactly(gap.TotalSeconds, Basis.Enforced), new Source(SourceKind.Property, schedule.Definitions.Path, declared.Urn))
            : Derivation.Never(Label, $"the definitions of {declared.Name} are not valid");
    }

    private static Copy Copied(StoreContext context, Store store, RedshiftSnapshotCopy copying, Derivation age, Derivation restore)
    {
        const string Kind = "copied snapshot";
        var region = copying.Region;
        if (region.IsUnknown)
        {
            var unknown = Derivation.Leaf("Region of the copies", Figure.Unknown, new Source(SourceKind.Property, region.Path, copying.Node.Urn));
            return new CopyBuilder(Kind, null, copying.Node).Survives(Disruption.Region, unknown, restore).Build();
        }

        return copying.Refusal(context.Estate, new RedshiftCluster(store.Node)) is { } why
            ? new CopyBuilder(Kind, region.Text, copying.Node).Loses(Disruption.Region, why).Build()
            : Snapshots.Of(context, store, Kind, region.Text, copying.Node, age, copying.Days.Value, restore, copying.Days.Property);
    }
}
