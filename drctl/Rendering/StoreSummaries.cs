using DrInfra.Policies.Aws.DynamoDb;
using DrInfra.Policies.Aws.Glue;
using DrInfra.Policies.Aws.Keyspaces;
using DrInfra.Policies.Aws.Msk;
using DrInfra.Policies.Aws.Rds;
using DrInfra.Policies.Aws.S3;
using DrInfra.Policies.Aws.Sqs;
using DrInfra.Policies.Graph;

namespace DrInfra.Drctl.Rendering;

/// <summary>
/// Finds the stores in resource graphs: what is there, whatever the settings say. A store is what one component declares
/// (or a resource outside of any), a copy is a cluster, a table or a replica of it, a bucket.
/// </summary>
internal static class StoreSummaries
{
    private const string Queue = "queue";

    private static readonly Dictionary<string, string> Kinds = new(StringComparer.Ordinal)
    {
        [RdsTypes.GlobalCluster] = "database",
        [RdsTypes.Cluster] = "database",
        [DynamoDbTypes.Table] = "table",
        [S3Types.Bucket] = "bucket",
        [KeyspacesTypes.Table] = "wide-column",
        [GlueTypes.CatalogDatabase] = "catalogue",
        [MskTypes.Cluster] = "stream",
        [SqsTypes.Queue] = Queue,
    };

    /// <summary>Stores by workload and name.</summary>
    public static IReadOnlyList<StoreSummary> Of(IReadOnlyList<ResourceGraph> graphs)
    {
        var found = new List<(string Workload, string Store, string Kind, GraphResource Resource, IReadOnlyList<string> Copies, string? Note)>();
        foreach (var graph in graphs)
        {
            var regions = new ResourceRegions(graph);
            var byUrn = graph.Resources.ToDictionary(resource => resource.Urn, StringComparer.Ordinal);
            foreach (var resource in graph.Resources.Where(resource => Kinds.ContainsKey(resource.Type)))
            {
                var workload = Tag(resource, "dr:workload") ?? "(untagged)";
                if (workload == "shared")
                {
                    // Logs and reports of the platform: nobody's data, and nothing was promised for them.
                    continue;
                }

                found.Add((workload, StoreName(resource, workload, byUrn), Kinds[resource.Type], resource, Copies(graph, resource, regions), Note(resource)));
            }
        }

        return
        [
            .. found
                .GroupBy(store => (store.Workload, store.Store, store.Kind))
                .Select(store => new StoreSummary(
                    store.Key.Workload,
                    Tag(store.First().Resource, "dr:owner") ?? "-",
                    Tag(store.First().Resource, "dr:tier") ?? "-",
                    store.Key.Store,
                    store.Key.Kind,
                    // Beside a queue there are those for its dead letters.
                    [.. store.Key.Kind == Queue ? store.SelectMany(part => part.Copies).Distinct() : store.SelectMany(part => part.Copies)],
                    store.Select(part => part.Note).FirstOrDefault(note => note is not null)))
                .OrderBy(store => store.Workload, StringComparer.Ordinal)
                .ThenBy(store => store.Store, StringComparer.Ordinal)
                .ThenBy(store => store.Kind, StringComparer.Ordinal),
        ];
    }

    private static List<string> Copies(ResourceGraph graph, GraphResource resource, ResourceRegions regions)
    {
        // The global cluster holds no data itself; its members do.
        if (resource.Type == RdsTypes.GlobalCluster)
        {
            return [];
        }

        var copies = new List<string> { regions.Of(resource) ?? "?" };
        if (resource.Inputs["replicas"] is ListValue replicas)
        {
            copies.AddRange(replicas.OfType<MapValue>().Select(replica => (replica["regionName"] as TextValue)?.Value ?? "?"));
        }

        // A table of Keyspaces is where its keyspace is.
        if (resource.Type == KeyspacesTypes.Table && resource.Inputs["keyspaceName"] is TextValue name
            && graph.Resources.FirstOrDefault(other => other.Type == KeyspacesTypes.Keyspace && other.Inputs["name"] is TextValue own && own == name)
                is { } keyspace
            && keyspace.Inputs["replicationSpecification"] is MapValue replication && replication["regionLists"] is ListValue listed)
        {
            copies.AddRange(listed.OfType<TextValue>().Select(region => region.Value).Where(region => region != copies[0]));
        }

        return copies;
    }

    private static string? Note(GraphResource resource) =>
        resource.Inputs["globalTableWitness"] is MapValue witness && witness["regionName"] is TextValue region ? $"witness in {region.Value}" : null;

    /// <summary>The outermost component's name without the workload's, else the resource's own.</summary>
    private static string StoreName(GraphResource resource, string workload, Dictionary<string, GraphResource> byUrn)
    {
        var outermost = resource;
        while (outermost.Parent is { } urn && byUrn.TryGetValue(urn, out var parent) && parent.Type != ResourceUrn.StackType)
        {
            outermost = parent;
        }

        var prefix = workload + "-";
        return outermost.Name.StartsWith(prefix, StringComparison.Ordinal) ? outermost.Name[prefix.Length..] : outermost.Name;
    }

    private static string? Tag(GraphResource resource, string key) =>
        resource.Inputs["tags"] is MapValue tags && tags[key] is TextValue text ? text.Value : null;
}
