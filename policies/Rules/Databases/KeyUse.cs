using DrInfra.Policies.Assessment.Stores;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Databases;

/// <summary>Data and the key that it is encrypted with.</summary>
/// <param name="Key">As the program states it, absent where it does not.</param>
/// <param name="Region">Where the data is.</param>
/// <param name="What">For messages: <c>the storage</c>.</param>
internal sealed record KeyUse(Prop Key, string? Region, string What)
{
    public static readonly IReadOnlyList<string> Types =
    [
        DatabaseTypes.Cluster, DatabaseTypes.Instance, DatabaseTypes.ClusterInstance, DatabaseTypes.BackupReplication, DatabaseTypes.SnapshotCopy,
        DatabaseTypes.ClusterSnapshotCopy, DatabaseTypes.DocumentCluster, DatabaseTypes.GraphCluster, DatabaseTypes.Table, DatabaseTypes.TableReplica,
        DatabaseTypes.FileSystem, DatabaseTypes.FileSystemReplication, DatabaseTypes.Volume,
        CacheReader.Group, SearchReader.Domain, SearchReader.LegacyDomain, WarehouseReader.Cluster, KinesisReader.Stream, KafkaReader.Cluster,
        QueueReader.Queue, ImageReader.Repository, MemoryDbReader.Cluster,
    ];

    /// <summary>What of a resource is encrypted; nothing where it is not.</summary>
    public static IEnumerable<KeyUse> Of(Node node) => node.Type switch
    {
        DatabaseTypes.Table => Table(node),
        DatabaseTypes.TableReplica => [new(node.Input("kmsKeyArn"), node.Region, "the replica")],
        DatabaseTypes.BackupReplication => [new(node.Input("kmsKeyId"), node.Region, "the copy of the backups")],
        DatabaseTypes.SnapshotCopy or DatabaseTypes.ClusterSnapshotCopy =>
            [new(node.Input("kmsKeyId"), node.Input("destinationRegion").Text ?? node.Region, "the copy of the snapshot")],
        DatabaseTypes.FileSystemReplication => node.Input("destination").Items.Select(destination =>
            new KeyUse(destination["kmsKeyId"], destination["region"].Text ?? node.Region, "the replica")),
        DatabaseTypes.FileSystem or DatabaseTypes.Volume => Storage(node, "encrypted", "kmsKeyId"),
        DatabaseTypes.GraphCluster => Storage(node, "storageEncrypted", "kmsKeyArn"),
        DatabaseTypes.ClusterInstance => Insights(node),
        CacheReader.Group => Storage(node, "atRestEncryptionEnabled", "kmsKeyId").Concat(Secondary(node)),
        WarehouseReader.Cluster => Storage(node, "encrypted", "kmsKeyId"),
        SearchReader.Domain or SearchReader.LegacyDomain => node["encryptAtRest"]["enabled"].Flag == true ? [new(node.Input("encryptAtRest")["kmsKeyId"], node.Region, "the domain")] : [],
        KinesisReader.Stream => node["encryptionType"].Text == "KMS" ? [new(node.Input("kmsKeyId"), node.Region, "the stream")] : [],
        KafkaReader.Cluster => [new(node.Input("encryptionInfo")["encryptionAtRestKmsKeyArn"], node.Region, "the storage")],
        MemoryDbReader.Cluster => [new(node.Input("kmsKeyArn"), node.Region, "the storage")],

        // The services' own keys are as good for what passes through, and for images that are made again.
        QueueReader.Queue => Named(node.Input("kmsMasterKeyId"), node, "the queue"),
        ImageReader.Repository => node.Input("encryptionConfigurations").Items.Where(part => part["encryptionType"].Text == "KMS").Select(part => new KeyUse(part["kmsKey"], node.Region, "the repository")),
        _ => Storage(node, "storageEncrypted", "kmsKeyId").Concat(Insights(node)),
    };

    private static IEnumerable<KeyUse> Storage(Node node, string encrypted, string key)
    {
        if (node[encrypted].Flag == true)
        {
            yield return new KeyUse(node.Input(key), node.Region, "the storage");
        }
    }

    // It is encrypted where the primary is, and says no more than its key.
    private static IEnumerable<KeyUse> Secondary(Node node) =>
        node["atRestEncryptionEnabled"].IsAbsent && node["globalReplicationGroupId"].IsStated() ? [new(node.Input("kmsKeyId"), node.Region, "the storage")] : [];

    private static IEnumerable<KeyUse> Named(Prop key, Node node, string what) => key.IsStated() ? [new(key, node.Region, what)] : [];

    // Performance Insights keeps the texts of queries, with data in them.
    private static IEnumerable<KeyUse> Insights(Node node)
    {
        if (node["performanceInsightsEnabled"].Flag == true)
        {
            yield return new KeyUse(node.Input("performanceInsightsKmsKeyId"), node.Region, "performance insights");
        }
    }

    private static IEnumerable<KeyUse> Table(Node node)
    {
        var encryption = node.Input("serverSideEncryption");
        yield return new KeyUse(encryption["enabled"].Flag == false ? Prop.Root(null, "serverSideEncryption") : encryption["kmsKeyArn"], node.Region, "the table");
        foreach (var replica in node.Input("replicas").Items)
        {
            yield return new KeyUse(replica["kmsKeyArn"], replica["regionName"].Text, $"the replica in {replica["regionName"]}");
        }
    }
}
