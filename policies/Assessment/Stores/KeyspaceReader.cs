using DrInfra.Policies.Aws;
using DrInfra.Policies.Aws.Keyspaces;
using DrInfra.Recovery;
using DrInfra.Recovery.Figures;

namespace DrInfra.Policies.Assessment.Stores;

/// <summary>Tables of Amazon Keyspaces: over three zones, in the Regions of their keyspace, with a point-in-time window where it is on.</summary>
internal sealed class KeyspaceReader : IStoreReader
{
    private const string Kind = "wide-column";

    private static readonly Dictionary<Disruption, string> NoCopy = new()
    {
        [Disruption.Account] = "AWS Backup does not take Keyspaces, and its own windows stay in the account",
    };

    public IReadOnlyList<string> Types { get; } = [KeyspacesTypes.Keyspace, KeyspacesTypes.Table];

    public IEnumerable<Store> Read(StoreContext context)
    {
        foreach (var table in context.Estate.OfType(KeyspacesTypes.Table))
        {
            var keyspace = Keyspace.Of(context.Estate, table);
            yield return Of(context, table, keyspace.Target, keyspace.IsUnknown ? keyspace.Path : null);
        }

        foreach (var keyspace in Keyspace.WithoutTables(context.Estate))
        {
            yield return Of(context, keyspace, keyspace, null);
        }
    }

    private static Store Of(StoreContext context, Node node, Node? keyspace, string? unknown)
    {
        var workload = context.WorkloadOf(node) is { Length: > 0 } own ? own : keyspace is null ? "" : context.WorkloadOf(keyspace);
        var (label, size, change) = context.Describe(workload, Kind, node, TableName(node) ?? "");
        var primary = context.PromiseOf(workload)?.Regions?.Primary;
        var regions = keyspace is null ? [] : new Keyspace(keyspace).Regions;
        var home = primary is not null && regions.Contains(primary) ? primary : node.Region;
        var store = new Store(node, workload, Kind, label, home)
        {
            NoCopyPossible = NoCopy,
            Members = keyspace is null || keyspace == node ? [node] : [node, keyspace],
            SizeGb = size,
            ChangeGbPerDay = change,
        };
        return store with
        {
            Copies = [ZoneCopy.Synchronous(store, "Keyspaces"), .. Replicas(context, store, keyspace, regions, unknown), Window(context, store)],
        };
    }

    private static IEnumerable<Copy> Replicas(StoreContext context, Store store, Node? keyspace, string[] regions, string? unknown)
    {
        if (unknown is not null)
        {
            var figure = Derivation.Leaf("Regions of the keyspace", Figure.Unknown, new Source(SourceKind.Property, unknown, store.Node.Urn));
            yield return new CopyBuilder("replica", null, store.Node).Survives(Disruption.Region, figure, figure).Build();
        }

        if (keyspace is null || !new Keyspace(keyspace).IsMultiRegion)
        {
            yield break;
        }

        var usual = context.Estimates.Duration("typical lag", "keyspaces-lag", store.Workload, store.Label, keyspace.Urn, "keyspaces-lag");
        var refused = store.Node.Type == KeyspacesTypes.Table ? Reason.Deciding(new KeyspaceTable(store.Node).Refusals()) : null;
        foreach (var region in regions.Where(region => region != store.Home))
        {
            // The metric is kept in the Region that writes.
            var alarms = context.Alarms.On("ReplicationLatency", TableName(store.Node), store.Node).Where(alarm =>
                KeyspaceAlarms.Watches(alarm, store.Node, keyspace) && KeyspaceAlarms.WatchesLagTo(alarm, region)
                && (alarm.Region is null || alarm.Region == store.Home));
            yield return RegionReplica.Of(
                store, keyspace, region, refused, RegionReplica.Lag(usual, alarms, UnitsOfTime.MillisecondsPerSecond), Redirected(context, store));
        }
    }

    // Every Region is writable, at an address of its own: clients that no name of the workload leads there are pointed to it by people.
    private static Derivation Redirected(StoreContext context, Store store) => context.PromiseOf(store.Workload)?.Endpoint is not null
        ? Derivation.Nothing("the replica accepts writes without promotion", "every Region of a keyspace is writable")
        : context.Estimates.Duration(
            "clients take the endpoint of the other Region", "adoption", store.Workload, store.Label, store.Node.Urn);

    private static Copy Window(StoreContext context, Store store)
    {
        var (window, restore) = (new KeyspaceWindow(store.Node), context.Restore(store, "keyspaces-restore-start"));
        var copy = new CopyBuilder("PITR window", store.Home, store.Node)
            .Loses(Disruption.Region, $"it is only in {store.Home ?? "one Region"}")
            .Loses(Disruption.Account, "the account can delete it");
        return window.IsUnknown ? PointInTime.Add(context, store, copy, null, unknown: true, restore).Build()
            : window.IsOn ? PointInTime.Add(context, store, copy, KeyspaceWindow.Days, unknown: false, restore).Build()
            : copy.Loses(Disruption.Corruption, "point-in-time recovery is off").Build();
    }

    // A keyspace without tables stands for those that are made elsewhere.
    private static string? TableName(Node node) => node.Type == KeyspacesTypes.Table ? PhysicalName.Of(node) : null;
}
