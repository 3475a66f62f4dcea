using DrInfra.Policies.Aws;
using DrInfra.Policies.Aws.CloudWatch;
using DrInfra.Policies.Aws.DynamoDb;
using DrInfra.Recovery;
using DrInfra.Recovery.Facts;
using DrInfra.Recovery.Figures;

namespace DrInfra.Policies.Assessment.Stores;

/// <summary>DynamoDB tables with their replicas, of the table's own block or as resources of their own.</summary>
internal sealed class DynamoDbReader : IStoreReader
{
    public IReadOnlyList<string> Types { get; } = [DynamoDbTypes.Table, DynamoDbTypes.TableReplica, DynamoDbTypes.GlobalTable];

    public IEnumerable<Store> Read(StoreContext context)
    {
        foreach (var tables in GlobalTables.AllIn(context.Estate))
        {
            var (table, places) = (tables.Table, tables.Places);
            var workload = context.WorkloadOf(table);
            var (label, size, change) = context.Describe(workload, "table", table, PhysicalName.Of(table) ?? "");
            var primary = context.PromiseOf(workload)?.Regions?.Primary;
            var home = places.FirstOrDefault(place => place.Region is not null && place.Region == primary) ?? places[0];
            var store = new Store(table, workload, "table", label, home.Region)
            {
                Members = [table, .. places.Select(place => place.Node).Where(node => node != table).Distinct()],
                SizeGb = size,
                ChangeGbPerDay = change,
            };
            yield return store with { Copies = [.. CopiesOf(context, store, home, tables)] };
        }
    }

    private static IEnumerable<Copy> CopiesOf(StoreContext context, Store store, TablePlace home, GlobalTables tables)
    {
        var nothing = Derivation.Nothing("data not yet in the other zones", "DynamoDB writes to several zones before it acknowledges a write");
        var noStep = Derivation.Nothing("the table stays available", "the service routes around the failure");
        yield return new CopyBuilder("copies in three zones", home.Region, home.Node)
            .Survives(Disruption.Instance, nothing, noStep)
            .Survives(Disruption.Zone, nothing, noStep)
            .Loses(Disruption.Region, $"it is only in {home.Region ?? "one Region"}")
            .Loses(Disruption.Corruption, "all zones have the corrupt data")
            .Loses(Disruption.Account, "the account can delete the table")
            .Build();
        foreach (var place in tables.Places.Where(place => place != home))
        {
            yield return place.IsUnknown ? RegionReplica.Unknown(place.Node, place.RegionName) : Replica(context, store, home, place, tables);
        }

        var restore = context.Restore(store, "ddb-restore-p95");
        yield return Window(context, store, home, restore);

        // A resource of the table's own Region is its own backup's subject; a replica's is its copy.
        foreach (var copy in BackupCopies.Of(context, store, "ddb-restore-p95"))
        {
            yield return copy;
        }
    }

    private static Copy Replica(StoreContext context, Store store, TablePlace home, TablePlace place, GlobalTables tables)
    {
        var lost = Reason.Deciding(tables.Refusals(place))
            ?? RegionReplica.KeyLost(context, place.Node, place.Key, place.Region);
        var writable = Derivation.Nothing("the replica accepts writes without promotion", "every replica of a global table is writable",
            FactBook.Get("ddb-gt-endpoint").ToSource());
        return RegionReplica.Of(store, place.Node, place.Region, lost, Lag(context, store, home, place, tables), writable);
    }

    private static Derivation Lag(StoreContext context, Store store, TablePlace home, TablePlace place, GlobalTables tables)
    {
        var consistency = new Source(SourceKind.Property, "replicas.consistencyMode", store.Node.Urn);
        switch (tables.WaitsForAnotherRegion)
        {
            case null:
                return Derivation.Leaf("replica lag", Figure.Unknown, consistency);
            case true:
                var written = FactBook.Get("ddb-mrsc-rpo");
                return Derivation.Leaf("each write reaches another Region before it is acknowledged", written.ToFigure(), written.ToSource(), consistency);
        }

        var usual = context.Estimates.Duration("typical lag", "dynamodb-lag", store.Workload, store.Label, store.Node.Urn, "ddb-mrec-lag");
        var alarms = context.Alarms.On("ReplicationLatency", PhysicalName.Of(store.Node), store.Node)
            .Where(alarm => new MetricAlarm(alarm) is { Namespace: "AWS/DynamoDB" } view
                && view.ReceivingRegion == place.Region
                && (alarm.Region is null || alarm.Region == home.Region));
        return RegionReplica.Lag(usual, alarms, UnitsOfTime.MillisecondsPerSecond);
    }

    private static Copy Window(StoreContext context, Store store, TablePlace home, Derivation restore)
    {
        var copy = new CopyBuilder("PITR window", home.Region, home.Node)
            .Loses(Disruption.Region, $"it is only in {home.Region ?? "one Region"}")
            .Loses(Disruption.Account, "the account can delete it");
        if (home.PointInTime.IsUnknown)
        {
            return PointInTime.Add(context, store, copy, null, unknown: true, restore).Build();
        }

        return home.PointInTime.Flag == true
            ? PointInTime.Add(context, store, copy, home.DaysKept, home.WindowDays.IsUnknown, restore).Build()
            : copy.Loses(Disruption.Corruption, "point-in-time recovery is off").Build();
    }
}
