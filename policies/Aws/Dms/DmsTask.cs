using DrInfra.Policies.Aws.DocDb;
using DrInfra.Policies.Aws.Rds;

namespace DrInfra.Policies.Aws.Dms;

/// <summary>A task of AWS DMS, or a serverless replication: it loads what is in a database into another, and follows its changes.</summary>
/// <param name="Source">The database that it reads; null where its endpoint does not tell.</param>
/// <param name="Target">The database that it writes; null where its endpoint does not tell.</param>
internal sealed record DmsTask(Node Node, Node? Source, Node? Target)
{
    private static readonly string[] Databases = [RdsTypes.Cluster, RdsTypes.Instance, RdsTypes.ClusterInstance, DocDbTypes.Cluster];

    // By which a server is named in an endpoint.
    private static readonly string[] Addresses = ["endpoint", "address", "readerEndpoint"];

    public static IReadOnlyList<string> Types { get; } = [DmsTypes.ReplicationTask, DmsTypes.ReplicationConfig];

    public static IReadOnlyList<DmsTask> AllIn(Estate estate) => estate.Once(static estate => new All([.. estate.OfTypes(Types)
        .Select(node => new DmsTask(node, Database(estate, node, "sourceEndpointArn"), Database(estate, node, "targetEndpointArn")))])).Tasks;

    public Prop Migration => Node[IsServerless ? "replicationType" : "migrationType"];

    /// <summary>Whether the program starts it: not where nothing is stated.</summary>
    public Prop Starts => Node[IsServerless ? "startReplication" : "startReplicationTask"];

    /// <summary>The name by which its metrics know it.</summary>
    public string? Name => Node[IsServerless ? "replicationConfigIdentifier" : "replicationTaskId"].Text;

    /// <summary>Whether what runs it has a standby in another zone.</summary>
    public Prop MultiAz(Estate estate) => IsServerless ? Node["computeConfig"]["multiAz"]
        : estate.References.Follow(Node, "replicationInstanceArn", DmsTypes.ReplicationInstance).Target is { } instance ? instance["multiAz"]
        : Prop.Root(UnknownValue.Unknown, "replicationInstanceArn");

    /// <summary>Why the target does not follow the source; null where it does. Source: the DMS guide, "Creating a task".</summary>
    public Reason? Stopped() =>
        Migration.IsUnknown || Starts.IsUnknown ? Reason.Unknown(Node, (Migration.IsUnknown ? Migration : Starts).Path)
        : Migration.Text is not ("cdc" or "full-load-and-cdc")
            ? new Reason($"{Migration.Path} is {Migration}: it copies once, and nothing that changes afterwards", Node, Migration.Path)
        : Starts.Flag != true
            ? Reason.Uncertain(
                $"the program does not start {Node.Name}: whether it runs, people decide", Node, IsServerless ? "startReplication" : "startReplicationTask")
        : null;

    private bool IsServerless => Node.Type == DmsTypes.ReplicationConfig;

    private static Node? Database(Estate estate, Node task, string property)
    {
        if (estate.References.Follow(task, property, DmsTypes.Endpoint).Target is not { } endpoint)
        {
            return null;
        }

        var server = endpoint["serverName"];
        return server.Text is { } host
            ? estate.OfTypes(Databases).FirstOrDefault(node => Addresses.Any(address => node.Output(address).Text is { } known
                && (known == host || known.StartsWith(host + ":", StringComparison.Ordinal))))
            : ReferenceResolver.Declared(endpoint, "serverName", Databases) is [var only] ? only : null;
    }

    private sealed record All(IReadOnlyList<DmsTask> Tasks);
}
