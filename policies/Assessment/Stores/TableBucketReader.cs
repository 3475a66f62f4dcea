using DrInfra.Policies.Aws.S3Tables;
using DrInfra.Recovery;

namespace DrInfra.Policies.Assessment.Stores;

/// <summary>
/// Table buckets of S3 Tables, with the read-only replicas that the service keeps elsewhere. It commits to a replica in the order of the source,
/// so a replica is always a whole table (S3 user guide, "How S3 Tables replication works").
/// </summary>
internal sealed class TableBucketReader : IStoreReader
{
    public IReadOnlyList<string> Types { get; } = [S3TablesTypes.TableBucket, S3TablesTypes.Table];

    public IEnumerable<Store> Read(StoreContext context)
    {
        var estate = context.Estate;
        var buckets = estate.OfType(S3TablesTypes.TableBucket);

        // What only takes replicas is a member of the store that it copies.
        var copies = buckets.SelectMany(bucket => DestinationsOf(context, bucket)).Select(replica => replica.Destination.Target).OfType<Node>().ToHashSet();
        var sources = buckets.Where(bucket => !copies.Contains(bucket) || DestinationsOf(context, bucket).Any()).ToArray();
        var kept = new HashSet<Node>();
        foreach (var bucket in sources)
        {
            var store = Of(context, bucket);
            kept.UnionWith(store.Members);
            yield return store;
        }

        foreach (var table in estate.OfType(S3TablesTypes.Table).Where(table => !kept.Contains(table)))
        {
            yield return Of(context, table);
        }
    }

    private static IEnumerable<TableReplicas> DestinationsOf(StoreContext context, Node bucket) =>
    [
        .. TableReplicas.OfBucket(context.Estate, bucket),
        .. TableReplicas.TablesOf(context.Estate, bucket).SelectMany(table => TableReplicas.OfTable(context.Estate, table)),
    ];

    private static Store Of(StoreContext context, Node node)
    {
        var estate = context.Estate;
        var replicas = node.Type == S3TablesTypes.Table ? TableReplicas.OfTable(estate, node).ToArray() : [.. DestinationsOf(context, node)];
        Node[] members = [node, .. TableReplicas.TablesOf(estate, node), .. replicas.Select(replica => replica.Destination.Target).OfType<Node>().Distinct()];
        var workload = members.Select(context.WorkloadOf).FirstOrDefault(name => name.Length > 0) ?? "";
        var (label, size, change) = context.Describe(workload, "table bucket", node);
        var store = new Store(node, workload, "table bucket", label, node.Region) { Members = members, SizeGb = size, ChangeGbPerDay = change };
        return store with
        {
            Copies =
            [
                ZoneCopy.Synchronous(store, "S3 Tables"),
                .. replicas.DistinctBy(replica => (replica.Destination.Target, replica.Destination.Text, replica.Destination.Path))
                    .Select(replica => Replica(context, store, replica)),
                ZoneCopy.Regional(store, "snapshots of its tables")
                    .Loses(Disruption.Corruption, "how long its tables keep snapshots is not computed")
                    .Build(),
            ],
        };
    }

    private static Copy Replica(StoreContext context, Store store, TableReplicas replica)
    {
        var destination = replica.Destination;
        var lag = context.Estimates.Duration("usual lag of a replica", "table-bucket-lag", store.Workload, store.Label, replica.Owner.Urn);
        var disassociated = context.Estimates.Duration(
            "disassociate the replicas, which are read-only", "table-bucket-disassociation", store.Workload, store.Label, replica.Owner.Urn);
        return destination.Region is null
            ? new CopyBuilder("replica", null, replica.Owner).Loses(Disruption.Region, Reason.Unknown(replica.Owner, destination.Path)).Build()
            : RegionReplica.Of(store, destination.Target ?? replica.Owner, destination.Region, PartOf(context, store, replica), lag, disassociated);
    }

    // One table's replication copies no other table.
    private static Reason? PartOf(StoreContext context, Store store, TableReplicas replica)
    {
        if (store.Node.Type == S3TablesTypes.Table || replica.Owner.Type == S3TablesTypes.TableBucketReplication)
        {
            return null;
        }

        var region = replica.Destination.Region;
        return TableReplicas.TablesOf(context.Estate, store.Node)
            .FirstOrDefault(table => !TableReplicas.OfTable(context.Estate, table).Concat(TableReplicas.OfBucket(context.Estate, store.Node))
                .Any(other => other.Destination.Region == region)) is { } left
            ? new Reason($"table {left.Name} is not replicated to {region}", left)
            : null;
    }
}
