using DrInfra.Policies.Aws;
using DrInfra.Policies.Aws.OpenSearch;
using DrInfra.Recovery;
using DrInfra.Recovery.Figures;

namespace DrInfra.Policies.Assessment.Stores;

/// <summary>
/// Collections of OpenSearch Serverless: compute in two zones or one, data in S3, a snapshot every hour that is restored into the same collection
/// alone. Nothing in another Region, and nothing that outlives the collection.
/// </summary>
internal sealed class SearchCollectionReader : IStoreReader
{
    private const string OnlyItself = "a snapshot is restored only into the collection that it was taken of";

    public IReadOnlyList<string> Types { get; } = [OpenSearchTypes.ServerlessCollection];

    public IEnumerable<Store> Read(StoreContext context)
    {
        foreach (var node in context.Estate.OfTypes(Types))
        {
            var workload = context.WorkloadOf(node);
            var (label, size, change) = context.Describe(workload, "search", node, PhysicalName.Of(node) ?? "");
            var store = new Store(node, workload, "search", label, node.Region) { Members = [node], SizeGb = size, ChangeGbPerDay = change };
            yield return store with { Copies = [InRegion(context, store), Snapshot(context, store)] };
        }
    }

    private static Copy InRegion(StoreContext context, Store store)
    {
        var missing = context.Estimates.Duration("documents not yet in S3", "search-unreplicated", store.Workload, store.Label, store.Node.Urn);
        var over = context.Estimates.Duration("other compute takes over", "search-failover", store.Workload, store.Label, store.Node.Urn);
        var standby = new SearchCollection(store.Node).Standby;
        var copy = ZoneCopy.Regional(store, "data in S3").Survives(Disruption.Instance, missing, over);
        return (standby.IsUnknown
            ? copy.Loses(Disruption.Zone, Reason.Unknown(store.Node, standby.Path))
            : standby.Text == "DISABLED"
                ? copy.Survives(Disruption.Zone, missing, Derivation.Sum("compute is made in another zone", context.Restore(store, null)))
                : copy.Survives(Disruption.Zone, missing, over)).Build();
    }

    private static Copy Snapshot(StoreContext context, Store store)
    {
        var age = Derivation.Sum(
            "age of the newest snapshot",
            context.Estimates.Duration("snapshot interval", "snapshot-interval", store.Workload, store.Label, store.Node.Urn, "os-serverless-snap-hourly"),
            context.Estimates.Duration("time to finish", "backup-time-to-finish", store.Workload, store.Label, store.Node.Urn));
        return new CopyBuilder("hourly snapshot", store.Home, store.Node)
            .Survives(
                Disruption.Corruption,
                Derivation.Sum("data since the last good snapshot", context.CorruptionDetection(store.Workload), age, Kept()),
                context.Restore(store, null))
            .Loses(Disruption.Region, OnlyItself)
            .Loses(Disruption.Account, OnlyItself)
            .Build();
    }

    private static Derivation Kept() => Derivation.Leaf(
        "the snapshots go back to before the damage", Figure.Unknown,
        new Source(SourceKind.Definition, "no source that was read states how long they are kept"));
}
