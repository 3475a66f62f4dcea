using DrInfra.Drctl.Kubernetes;
using DrInfra.Policies.Assessment;
using DrInfra.Policies.Aws.DynamoDb;
using DrInfra.Policies.Aws.ElastiCache;
using DrInfra.Policies.Aws.Rds;
using DrInfra.Policies.Graph;
using DrInfra.Policies.Operations;

namespace DrInfra.Drctl.Diff;

/// <summary>What a resource has to do with data.</summary>
/// <param name="Kind">What it is, for messages; null where it only guards data.</param>
/// <param name="Guarding">What its deletion takes from the data of others; null where it takes nothing.</param>
internal sealed record DataRole(StatefulType? Kind, GuardingType? Guarding)
{
    // A password that is made anew takes nothing away: it is a rotation.
    private static readonly HashSet<string> Rotated = ["random:index/randomPassword:RandomPassword"];

    /// <summary>What goes with a cluster or a namespace; null of any other resource.</summary>
    public string? Contents { get; init; }

    /// <summary>The role of a resource of a graph; null where it has none.</summary>
    public static DataRole? Of(Estate estate, Node? node)
    {
        if (node is null || !node.Resource.Custom || node.Resource.External)
        {
            return null;
        }

        var (kind, guarding) = (StatefulTypes.Find(node), GuardingTypes.Find(node.Type));
        return kind is not null || guarding is not null ? new DataRole(kind, guarding)
            : DataContainers.Contents(estate, node) is { } contents
                ? new DataRole(new StatefulType(node.Type, contents, StatefulPart.Data), null) { Contents = contents }
            : null;
    }

    /// <summary>Why its deletion is refused; null where it is not.</summary>
    public Refusal? Deletion(GraphResource resource)
    {
        if (Guarding is { } guarding)
        {
            return guarding.Loss.Length == 0 ? null : new Refusal(guarding.Rule, guarding.Loss);
        }

        if (resource.RetainOnDelete)
        {
            var keeper = KubernetesType.Of(resource.Type) is null ? "AWS" : "the cluster";
            return new Refusal(OperationRules.DataDeleted, $"removes data from the stack (retainOnDelete: {keeper} keeps it unmanaged)");
        }

        if (Kind!.Part == StatefulPart.Link)
        {
            return new Refusal(OperationRules.ReplicationDetached, $"removes the {Kind.Kind}");
        }

        return new Refusal(OperationRules.DataDeleted, "deletes data", Kind.Part switch
        {
            StatefulPart.Key when resource.Type.StartsWith("aws:kms/", StringComparison.Ordinal) =>
                "schedules the deletion of the key, after which data encrypted with it cannot be read",
            StatefulPart.Backup => $"the {Kind.Kind} and its contents",
            _ when Contents is not null => Contents,
            _ => $"the {Kind.Kind}",
        })
        { UnlessKept = IsReader(resource) };
    }

    // One of several that read what another one writes: it holds nothing that the others do not.
    private static bool IsReader(GraphResource resource) => resource.Type switch
    {
        RdsTypes.Instance => resource.Inputs["replicateSourceDb"] is { } and not NullValue,
        ElastiCacheTypes.Cluster => resource.Inputs["replicationGroupId"] is { } and not NullValue,
        DynamoDbTypes.TableReplica => true,
        _ => false,
    };

    /// <summary>Why its replacement is refused; null where it is not.</summary>
    /// <param name="type">The type token.</param>
    /// <param name="because">What forces it, as the end of a sentence.</param>
    /// <param name="certain">Whether the engine says so.</param>
    public Refusal? Replacement(string type, string because, bool certain)
    {
        var verb = certain ? "replaces" : "may replace";
        if (Guarding is { } guarding)
        {
            return guarding.Gap ? new Refusal(guarding.Rule, $"{verb} a resource that protects data, which {guarding.Loss} in the meantime", because) : null;
        }

        return Rotated.Contains(type) ? null : new Refusal(
            Kind!.Part == StatefulPart.Link ? OperationRules.ReplicationDetached : OperationRules.DataReplaced, $"{verb} data",
            Contents is null ? because : $"{because}; this deletes {Contents}");
    }
}
