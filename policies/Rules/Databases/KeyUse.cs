using DrInfra.Policies.Reading;

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
        _ => Storage(node, "storageEncrypted", "kmsKeyId").Concat(Insights(node)),
    };

    private static IEnumerable<KeyUse> Storage(Node node, string encrypted, string key)
    {
        if (node[encrypted].Flag == true)
        {
            yield return new KeyUse(node.Input(key), node.Region, "the storage");
        }
    }

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
