using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Assessment;

/// <summary>The types of resources that hold data, or the key to it.</summary>
public static class StatefulTypes
{
    private static readonly Dictionary<string, StatefulType> Known = new StatefulType[]
    {
        new("aws:rds/cluster:Cluster", "database cluster", StatefulPart.Data),
        new("aws:rds/globalCluster:GlobalCluster", "global database", StatefulPart.Data),
        new("aws:rds/instance:Instance", "database", StatefulPart.Data),
        new("aws:docdb/cluster:Cluster", "document database cluster", StatefulPart.Data),
        new("aws:docdb/elasticCluster:ElasticCluster", "document database cluster", StatefulPart.Data),
        new("aws:docdb/globalCluster:GlobalCluster", "global document database", StatefulPart.Data),
        new("aws:neptune/cluster:Cluster", "graph database cluster", StatefulPart.Data),
        new("aws:neptune/globalCluster:GlobalCluster", "global graph database", StatefulPart.Data),
        new("aws:dsql/cluster:Cluster", "distributed database", StatefulPart.Data),
        new("aws:dynamodb/table:Table", "table", StatefulPart.Data),
        new("aws:dynamodb/globalTable:GlobalTable", "global table", StatefulPart.Data),
        new("aws:dynamodb/tableReplica:TableReplica", "table replica", StatefulPart.Data),
        new("aws:keyspaces/keyspace:Keyspace", "keyspace", StatefulPart.Data),
        new("aws:keyspaces/table:Table", "keyspace table", StatefulPart.Data),
        new("aws:timestreamwrite/database:Database", "time series database", StatefulPart.Data),
        new("aws:timestreamwrite/table:Table", "time series table", StatefulPart.Data),
        new("aws:timestreaminfluxdb/dbInstance:DbInstance", "time series database", StatefulPart.Data),
        new("aws:redshift/cluster:Cluster", "warehouse", StatefulPart.Data),
        new("aws:redshiftserverless/namespace:Namespace", "warehouse", StatefulPart.Data),
        new("aws:elasticache/cluster:Cluster", "cache", StatefulPart.Data),
        new("aws:elasticache/replicationGroup:ReplicationGroup", "cache", StatefulPart.Data),
        new("aws:elasticache/globalReplicationGroup:GlobalReplicationGroup", "global cache", StatefulPart.Data),
        new("aws:elasticache/serverlessCache:ServerlessCache", "cache", StatefulPart.Data),
        new("aws:memorydb/cluster:Cluster", "memory database", StatefulPart.Data),
        new("aws:memorydb/multiRegionCluster:MultiRegionCluster", "memory database", StatefulPart.Data),
        new("aws:opensearch/domain:Domain", "search domain", StatefulPart.Data),
        new("aws:opensearch/serverlessCollection:ServerlessCollection", "search collection", StatefulPart.Data),
        new("aws:elasticsearch/domain:Domain", "search domain", StatefulPart.Data),
        new("aws:msk/cluster:Cluster", "stream cluster", StatefulPart.Data),
        new("aws:msk/serverlessCluster:ServerlessCluster", "stream cluster", StatefulPart.Data),
        new("aws:kinesis/stream:Stream", "stream", StatefulPart.Data),
        new("aws:sqs/queue:Queue", "queue", StatefulPart.Data),
        new("aws:mq/broker:Broker", "message broker", StatefulPart.Data),
        new("aws:s3/bucket:Bucket", "bucket", StatefulPart.Data),
        new("aws:s3/bucketV2:BucketV2", "bucket", StatefulPart.Data),
        new("aws:s3/directoryBucket:DirectoryBucket", "bucket", StatefulPart.Data),
        new("aws:s3tables/tableBucket:TableBucket", "table bucket", StatefulPart.Data),
        new("aws:efs/fileSystem:FileSystem", "file system", StatefulPart.Data),
        new("aws:fsx/lustreFileSystem:LustreFileSystem", "file system", StatefulPart.Data),
        new("aws:fsx/ontapFileSystem:OntapFileSystem", "file system", StatefulPart.Data),
        new("aws:fsx/openZfsFileSystem:OpenZfsFileSystem", "file system", StatefulPart.Data),
        new("aws:fsx/windowsFileSystem:WindowsFileSystem", "file system", StatefulPart.Data),
        new("aws:ebs/volume:Volume", "volume", StatefulPart.Data),
        new("aws:ec2/instance:Instance", "server with volumes of its own", StatefulPart.Data),
        new("aws:ecr/repository:Repository", "image repository", StatefulPart.Data),
        new("aws:glue/catalogDatabase:CatalogDatabase", "catalogue database", StatefulPart.Data),
        new("aws:glue/catalogTable:CatalogTable", "catalogue table", StatefulPart.Data),
        new("aws:cognito/userPool:UserPool", "user pool", StatefulPart.Data),
        new("kubernetes:core/v1:PersistentVolumeClaim", "volume claim", StatefulPart.Data),
        new("kubernetes:core/v1:PersistentVolume", "volume", StatefulPart.Data),
        new("kubernetes:apps/v1:StatefulSet", "stateful set", StatefulPart.Data),
        new("aws:kms/key:Key", "encryption key", StatefulPart.Key),
        new("aws:kms/replicaKey:ReplicaKey", "encryption key", StatefulPart.Key),
        new("aws:kms/externalKey:ExternalKey", "encryption key", StatefulPart.Key),
        new("aws:secretsmanager/secret:Secret", "secret", StatefulPart.Key),
        new("aws:ssm/parameter:Parameter", "secret parameter", StatefulPart.Key),
        new("random:index/randomPassword:RandomPassword", "password", StatefulPart.Key),
        new("aws:backup/vault:Vault", "backup vault", StatefulPart.Backup),
        new("aws:backup/logicallyAirGappedVault:LogicallyAirGappedVault", "air-gapped vault", StatefulPart.Backup),
        new("aws:ebs/snapshot:Snapshot", "snapshot", StatefulPart.Backup),
        new("aws:rds/snapshot:Snapshot", "snapshot", StatefulPart.Backup),
        new("aws:rds/clusterSnapshot:ClusterSnapshot", "snapshot", StatefulPart.Backup),
        new("aws:ram/resourceShare:ResourceShare", "share", StatefulPart.Link),
        new("aws:ram/resourceAssociation:ResourceAssociation", "shared resource", StatefulPart.Link),
        new("aws:ram/principalAssociation:PrincipalAssociation", "account that is shared with", StatefulPart.Link),
        new("aws:s3/bucketReplicationConfig:BucketReplicationConfig", "replication of a bucket", StatefulPart.Link),
        new("aws:s3/bucketVersioning:BucketVersioning", "versions of a bucket", StatefulPart.Link),
        new("aws:s3/bucketVersioningV2:BucketVersioningV2", "versions of a bucket", StatefulPart.Link),
        new("aws:efs/replicationConfiguration:ReplicationConfiguration", "replication of a file system", StatefulPart.Link),
        new("aws:redshift/snapshotCopy:SnapshotCopy", "copies of a warehouse's snapshots", StatefulPart.Link),
        new("aws:msk/replicator:Replicator", "replication of a stream cluster", StatefulPart.Link),
        new("aws:opensearch/outboundConnection:OutboundConnection", "replication of a search domain", StatefulPart.Link),
        new("aws:ecr/replicationConfiguration:ReplicationConfiguration", "replication of images", StatefulPart.Link),
        new("aws:rds/instanceAutomatedBackupsReplication:InstanceAutomatedBackupsReplication", "copies of a database's backups", StatefulPart.Link),
    }.ToDictionary(type => type.Type, StringComparer.Ordinal);

    /// <summary>All of them.</summary>
    public static IEnumerable<StatefulType> All => Known.Values;

    /// <summary>The entry of a type; null where resources of it hold nothing.</summary>
    public static StatefulType? Find(string type) => Known.GetValueOrDefault(type);

    /// <summary>
    /// The entry of a resource; null where it holds nothing. A parameter counts where it is a secret, a server where it has volumes
    /// of its own beside the one it starts from.
    /// </summary>
    public static StatefulType? Find(Node node) => node.Type switch
    {
        "aws:ssm/parameter:Parameter" when node["type"].Text != "SecureString" => null,
        "aws:ec2/instance:Instance" when node["ebsBlockDevices"].Items.Count == 0 => null,
        _ => Find(node.Type),
    };
}
