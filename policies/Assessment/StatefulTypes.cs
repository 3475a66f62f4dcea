using DrInfra.Policies.Aws;
using DrInfra.Policies.Aws.Backup;
using DrInfra.Policies.Aws.Cognito;
using DrInfra.Policies.Aws.DocDb;
using DrInfra.Policies.Aws.Dsql;
using DrInfra.Policies.Aws.DynamoDb;
using DrInfra.Policies.Aws.Ebs;
using DrInfra.Policies.Aws.Ec2;
using DrInfra.Policies.Aws.Ecr;
using DrInfra.Policies.Aws.Efs;
using DrInfra.Policies.Aws.ElastiCache;
using DrInfra.Policies.Aws.Elasticsearch;
using DrInfra.Policies.Aws.Fsx;
using DrInfra.Policies.Aws.Glue;
using DrInfra.Policies.Aws.Keyspaces;
using DrInfra.Policies.Aws.Kinesis;
using DrInfra.Policies.Aws.Kms;
using DrInfra.Policies.Aws.MemoryDb;
using DrInfra.Policies.Aws.Mq;
using DrInfra.Policies.Aws.Msk;
using DrInfra.Policies.Aws.Neptune;
using DrInfra.Policies.Aws.OpenSearch;
using DrInfra.Policies.Aws.Ram;
using DrInfra.Policies.Aws.Rds;
using DrInfra.Policies.Aws.Redshift;
using DrInfra.Policies.Aws.RedshiftServerless;
using DrInfra.Policies.Aws.S3;
using DrInfra.Policies.Aws.S3Tables;
using DrInfra.Policies.Aws.SecretsManager;
using DrInfra.Policies.Aws.Sqs;
using DrInfra.Policies.Aws.Ssm;
using DrInfra.Policies.Aws.TimestreamInfluxDb;
using DrInfra.Policies.Aws.TimestreamWrite;
using DrInfra.Policies.Kubernetes;
using DrInfra.Policies.Kubernetes.Cassandra;
using DrInfra.Policies.Kubernetes.Strimzi;
using DrInfra.Policies.Kubernetes.Volumes;

namespace DrInfra.Policies.Assessment;

/// <summary>The types of resources that hold data, or the key to it.</summary>
public static class StatefulTypes
{
    private static readonly Dictionary<string, StatefulType> Known = ((IEnumerable<StatefulType>)
    [
        new(RdsTypes.Cluster, "database cluster", StatefulPart.Data),
        new(RdsTypes.GlobalCluster, "global database", StatefulPart.Data),
        new(RdsTypes.Instance, "database", StatefulPart.Data),
        new(DocDbTypes.Cluster, "document database cluster", StatefulPart.Data),
        new(DocDbTypes.ElasticCluster, "document database cluster", StatefulPart.Data),
        new(DocDbTypes.GlobalCluster, "global document database", StatefulPart.Data),
        new(NeptuneTypes.Cluster, "graph database cluster", StatefulPart.Data),
        new(NeptuneTypes.GlobalCluster, "global graph database", StatefulPart.Data),
        new(DsqlTypes.Cluster, "distributed database", StatefulPart.Data),
        new(DynamoDbTypes.Table, "table", StatefulPart.Data),
        new(DynamoDbTypes.GlobalTable, "global table", StatefulPart.Data),
        new(DynamoDbTypes.TableReplica, "table replica", StatefulPart.Data),
        new(KeyspacesTypes.Keyspace, "keyspace", StatefulPart.Data),
        new(KeyspacesTypes.Table, "keyspace table", StatefulPart.Data),
        new(TimestreamWriteTypes.Database, "time series database", StatefulPart.Data),
        new(TimestreamWriteTypes.Table, "time series table", StatefulPart.Data),
        new(TimestreamInfluxDbTypes.DbInstance, "time series database", StatefulPart.Data),
        new(RedshiftTypes.Cluster, "warehouse", StatefulPart.Data),
        new(RedshiftServerlessTypes.Namespace, "warehouse", StatefulPart.Data),
        new(ElastiCacheTypes.Cluster, "cache", StatefulPart.Data),
        new(ElastiCacheTypes.ReplicationGroup, "cache", StatefulPart.Data),
        new(ElastiCacheTypes.GlobalReplicationGroup, "global cache", StatefulPart.Data),
        new(ElastiCacheTypes.ServerlessCache, "cache", StatefulPart.Data),
        new(MemoryDbTypes.Cluster, "memory database", StatefulPart.Data),
        new(MemoryDbTypes.MultiRegionCluster, "memory database", StatefulPart.Data),
        new(OpenSearchTypes.Domain, "search domain", StatefulPart.Data),
        new(OpenSearchTypes.ServerlessCollection, "search collection", StatefulPart.Data),
        new(ElasticsearchTypes.Domain, "search domain", StatefulPart.Data),
        new(MskTypes.Cluster, "stream cluster", StatefulPart.Data),
        new(MskTypes.ServerlessCluster, "stream cluster", StatefulPart.Data),
        new(MskTypes.Topic, "topic", StatefulPart.Data),
        new(KinesisTypes.Stream, "stream", StatefulPart.Data),
        new(SqsTypes.Queue, "queue", StatefulPart.Data),
        new(MqTypes.Broker, "message broker", StatefulPart.Data),
        new(S3Types.Bucket, "bucket", StatefulPart.Data),
        new(S3Types.BucketV2, "bucket", StatefulPart.Data),
        new(S3Types.DirectoryBucket, "bucket", StatefulPart.Data),
        new(S3TablesTypes.TableBucket, "table bucket", StatefulPart.Data),
        new(EfsTypes.FileSystem, "file system", StatefulPart.Data),
        new(FsxTypes.LustreFileSystem, "file system", StatefulPart.Data),
        new(FsxTypes.OntapFileSystem, "file system", StatefulPart.Data),
        new(FsxTypes.OpenZfsFileSystem, "file system", StatefulPart.Data),
        new(FsxTypes.WindowsFileSystem, "file system", StatefulPart.Data),
        new(EbsTypes.Volume, "volume", StatefulPart.Data),
        new(Ec2Types.Instance, "instance with its own volumes", StatefulPart.Data),
        new(EcrTypes.Repository, "image repository", StatefulPart.Data),
        new(GlueTypes.CatalogDatabase, "catalogue database", StatefulPart.Data),
        new(GlueTypes.CatalogTable, "catalogue table", StatefulPart.Data),
        new(CognitoTypes.UserPool, "user pool", StatefulPart.Data),
        new(OtherDataTypes.CloudSearchDomain, "search domain", StatefulPart.Data),
        new(OtherDataTypes.CodeCommitRepository, "code repository", StatefulPart.Data),
        new(OtherDataTypes.FeatureGroup, "feature group", StatefulPart.Data),
        new(OtherDataTypes.FinSpaceDatabase, "time series database", StatefulPart.Data),
        new(OtherDataTypes.GlacierVault, "archive", StatefulPart.Data),
        new(OtherDataTypes.KendraIndex, "search index", StatefulPart.Data),
        new(OtherDataTypes.LightsailBucket, "bucket", StatefulPart.Data),
        new(OtherDataTypes.LightsailDatabase, "database", StatefulPart.Data),
        new(OtherDataTypes.LightsailDisk, "volume", StatefulPart.Data),
        new(OtherDataTypes.Notebook, "notebook", StatefulPart.Data),
        new(OtherDataTypes.StoredVolume, "volume", StatefulPart.Data),
        new(OtherDataTypes.CachedVolume, "volume", StatefulPart.Data),
        new(OtherDataTypes.Workspace, "desktop", StatefulPart.Data),
        new(CassandraTypes.Cluster, "Cassandra cluster", StatefulPart.Data),
        new(CassandraTypes.Datacenter, "Cassandra datacenter", StatefulPart.Data),
        new(VolumeTypes.Claim, "volume claim", StatefulPart.Data),
        new(VolumeTypes.Volume, "volume", StatefulPart.Data),
        new(Pods.StatefulSets[0], "stateful set", StatefulPart.Data),
        new(Pods.StatefulSets[1], "stateful set", StatefulPart.Data),
        new(Pods.StatefulSets[2], "stateful set", StatefulPart.Data),
        .. StrimziTypes.Clusters.Select(type => new StatefulType(type, "stream cluster", StatefulPart.Data)),
        .. StrimziTypes.Topics.Select(type => new StatefulType(type, "topic", StatefulPart.Data)),
        .. StrimziTypes.Mirrors.Select(type => new StatefulType(type, "replication of a stream cluster", StatefulPart.Link)),
        new(KmsTypes.Key, "encryption key", StatefulPart.Key),
        new(KmsTypes.ReplicaKey, "encryption key", StatefulPart.Key),
        new(KmsTypes.ExternalKey, "encryption key", StatefulPart.Key),
        new(SecretsManagerTypes.Secret, "secret", StatefulPart.Key),
        new(SsmTypes.Parameter, "secret parameter", StatefulPart.Key),
        new("random:index/randomPassword:RandomPassword", "password", StatefulPart.Key),
        new(BackupTypes.Vault, "backup vault", StatefulPart.Backup),
        new(BackupTypes.LogicallyAirGappedVault, "air-gapped vault", StatefulPart.Backup),
        new(EbsTypes.Snapshot, "snapshot", StatefulPart.Backup),
        new(RdsTypes.Snapshot, "snapshot", StatefulPart.Backup),
        new(RdsTypes.ClusterSnapshot, "snapshot", StatefulPart.Backup),
        new(RamTypes.ResourceShare, "share", StatefulPart.Link),
        new(RamTypes.ResourceAssociation, "shared resource", StatefulPart.Link),
        new(RamTypes.PrincipalAssociation, "share with an account", StatefulPart.Link),
        new(S3Types.BucketReplicationConfig, "replication of a bucket", StatefulPart.Link),
        new(S3Types.BucketVersioning, "versions of a bucket", StatefulPart.Link),
        new(S3Types.BucketVersioningV2, "versions of a bucket", StatefulPart.Link),
        new(EfsTypes.ReplicationConfiguration, "replication of a file system", StatefulPart.Link),
        new(RedshiftTypes.SnapshotCopy, "copies of a warehouse's snapshots", StatefulPart.Link),
        new(MskTypes.Replicator, "replication of a stream cluster", StatefulPart.Link),
        new(OpenSearchTypes.OutboundConnection, "replication of a search domain", StatefulPart.Link),
        new(EcrTypes.ReplicationConfiguration, "replication of images", StatefulPart.Link),
        new(RdsTypes.InstanceAutomatedBackupsReplication, "copies of a database's backups", StatefulPart.Link),
    ]).ToDictionary(type => type.Type, StringComparer.Ordinal);

    /// <summary>All of them.</summary>
    public static IEnumerable<StatefulType> All => Known.Values;

    /// <summary>The entry of a type; null where resources of it hold nothing.</summary>
    public static StatefulType? Find(string type) => Known.GetValueOrDefault(type);

    /// <summary>
    /// The entry of a resource; null where it holds nothing. A parameter counts where it is a secret, a server where it has volumes
    /// of its own beside the one it starts from, a stateful set where it claims volumes.
    /// </summary>
    public static StatefulType? Find(Node node) => node.Type switch
    {
        SsmTypes.Parameter when !SecureParameters.IsSecret(node) => null,
        Ec2Types.Instance when !OwnVolumes.AreDeclared(node) => null,
        _ when Pods.StatefulSets.Contains(node.Type) && !StatefulSetClaims.AreStated(node) => null,
        _ => Find(node.Type),
    };
}
