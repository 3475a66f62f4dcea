using DrInfra.Policies.Aws.DocDb;
using DrInfra.Policies.Aws.DynamoDb;
using DrInfra.Policies.Aws.Ebs;
using DrInfra.Policies.Aws.Ecr;
using DrInfra.Policies.Aws.Efs;
using DrInfra.Policies.Aws.ElastiCache;
using DrInfra.Policies.Aws.Elasticsearch;
using DrInfra.Policies.Aws.Keyspaces;
using DrInfra.Policies.Aws.Kinesis;
using DrInfra.Policies.Aws.MemoryDb;
using DrInfra.Policies.Aws.Msk;
using DrInfra.Policies.Aws.Neptune;
using DrInfra.Policies.Aws.OpenSearch;
using DrInfra.Policies.Aws.Rds;
using DrInfra.Policies.Aws.Redshift;
using DrInfra.Policies.Aws.Sqs;

namespace DrInfra.Policies.Aws;

/// <summary>Data and the key that it is encrypted with.</summary>
/// <param name="Key">As the program states it, absent where it does not.</param>
/// <param name="Region">Where the data is.</param>
/// <param name="What">For messages: <c>the storage</c>.</param>
internal sealed record KeyUse(Prop Key, string? Region, string What)
{
    public static readonly IReadOnlyList<string> Types =
    [
        RdsTypes.Cluster, RdsTypes.Instance, RdsTypes.ClusterInstance, RdsTypes.InstanceAutomatedBackupsReplication, RdsTypes.SnapshotCopy,
        RdsTypes.ClusterSnapshotCopy, DocDbTypes.Cluster, NeptuneTypes.Cluster, DynamoDbTypes.Table, DynamoDbTypes.TableReplica,
        EfsTypes.FileSystem, EfsTypes.ReplicationConfiguration, EbsTypes.Volume,
        ElastiCacheTypes.ReplicationGroup, OpenSearchTypes.Domain, ElasticsearchTypes.Domain, RedshiftTypes.Cluster, KinesisTypes.Stream, MskTypes.Cluster,
        SqsTypes.Queue, EcrTypes.Repository, MemoryDbTypes.Cluster, KeyspacesTypes.Table,
    ];

    /// <summary>What of a resource is encrypted; nothing where it is not.</summary>
    public static IEnumerable<KeyUse> Of(Node node) => node.Type switch
    {
        DynamoDbTypes.Table => Table(node),
        DynamoDbTypes.TableReplica => [new(node.Input("kmsKeyArn"), node.Region, "the replica")],
        RdsTypes.InstanceAutomatedBackupsReplication => [new(node.Input("kmsKeyId"), node.Region, "the copy of the backups")],
        RdsTypes.SnapshotCopy or RdsTypes.ClusterSnapshotCopy =>
            [new(node.Input("kmsKeyId"), node.Input("destinationRegion").Text ?? node.Region, "the copy of the snapshot")],
        EfsTypes.ReplicationConfiguration => node.Input("destination").Items.Select(destination =>
            new KeyUse(destination["kmsKeyId"], destination["region"].Text ?? node.Region, "the replica")),
        EfsTypes.FileSystem or EbsTypes.Volume or RedshiftTypes.Cluster => Storage(node, "encrypted"),
        RdsTypes.ClusterInstance => Insights(node),
        ElastiCacheTypes.ReplicationGroup => Storage(node, "atRestEncryptionEnabled").Concat(Secondary(node)),
        OpenSearchTypes.Domain or ElasticsearchTypes.Domain =>
            node["encryptAtRest"]["enabled"].Flag == true ? [new(node.Input("encryptAtRest")["kmsKeyId"], node.Region, "the domain")] : [],
        KinesisTypes.Stream => node["encryptionType"].Text == "KMS" ? [new(node.Input("kmsKeyId"), node.Region, "the stream")] : [],
        MskTypes.Cluster => [new(node.Input("encryptionInfo")["encryptionAtRestKmsKeyArn"], node.Region, "the storage")],
        KeyspacesTypes.Table => [Keyspaces(node.Input("encryptionSpecification"), node.Region)],
        MemoryDbTypes.Cluster => [new(node.Input(Property(node.Type)), node.Region, "the storage")],

        // The services' own keys are as good for what passes through, and for images that are made again.
        SqsTypes.Queue => Named(node.Input("kmsMasterKeyId"), node, "the queue"),
        EcrTypes.Repository =>
            node.Input("encryptionConfigurations").Items.Where(part => part["encryptionType"].Text == "KMS")
                .Select(part => new KeyUse(part["kmsKey"], node.Region, "the repository")),
        _ => Storage(node, "storageEncrypted").Concat(Insights(node)),
    };

    /// <summary>The property by which a store names its key.</summary>
    public static string Property(string type) => type is NeptuneTypes.Cluster or MemoryDbTypes.Cluster ? "kmsKeyArn" : "kmsKeyId";

    /// <summary>The key that a store, or a grant, names.</summary>
    public static Prop KeyOf(Node node) => node[Property(node.Type)];

    private static IEnumerable<KeyUse> Storage(Node node, string encrypted)
    {
        if (node[encrypted].Flag == true)
        {
            yield return new KeyUse(node.Input(Property(node.Type)), node.Region, "the storage");
        }
    }

    // The service's own key, unless the type says otherwise.
    private static KeyUse Keyspaces(Prop encryption, string? region) => new(
        encryption["type"].IsUnknown
            ? encryption["type"]
            : encryption["type"].Text == "CUSTOMER_MANAGED_KMS_KEY" ? encryption["kmsKeyIdentifier"] : Prop.Root(null, "encryptionSpecification"),
        encryption["type"].IsUnknown ? null : region,
        "the table");

    // It is encrypted where the primary is, and says no more than its key.
    private static IEnumerable<KeyUse> Secondary(Node node) =>
        node["atRestEncryptionEnabled"].IsAbsent && node["globalReplicationGroupId"].IsStated()
            ? [new(node.Input("kmsKeyId"), node.Region, "the storage")]
            : [];

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
        yield return new KeyUse(
            encryption["enabled"].Flag == false ? Prop.Root(null, "serverSideEncryption") : encryption["kmsKeyArn"], node.Region, "the table");
        foreach (var replica in GlobalTables.Listed(node).Where(replica => !replica.IsReported))
        {
            yield return new KeyUse(replica.IsListUnknown ? replica.RegionName : replica.Key, replica.Region, replica.Name);
        }
    }
}
