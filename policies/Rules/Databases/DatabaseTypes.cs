namespace DrInfra.Policies.Rules.Databases;

/// <summary>Type tokens of databases and of what belongs to them.</summary>
internal static class DatabaseTypes
{
    public const string Cluster = "aws:rds/cluster:Cluster";
    public const string ClusterInstance = "aws:rds/clusterInstance:ClusterInstance";
    public const string ClusterParameterGroup = "aws:rds/clusterParameterGroup:ClusterParameterGroup";
    public const string GlobalCluster = "aws:rds/globalCluster:GlobalCluster";
    public const string Instance = "aws:rds/instance:Instance";
    public const string BackupReplication = "aws:rds/instanceAutomatedBackupsReplication:InstanceAutomatedBackupsReplication";
    public const string ParameterGroup = "aws:rds/parameterGroup:ParameterGroup";
    public const string SubnetGroup = "aws:rds/subnetGroup:SubnetGroup";
    public const string Snapshot = "aws:rds/snapshot:Snapshot";
    public const string ClusterSnapshot = "aws:rds/clusterSnapshot:ClusterSnapshot";
    public const string SnapshotCopy = "aws:rds/snapshotCopy:SnapshotCopy";
    public const string ClusterSnapshotCopy = "aws:rds/clusterSnapshotCopy:ClusterSnapshotCopy";
    public const string DocumentCluster = "aws:docdb/cluster:Cluster";
    public const string DocumentClusterInstance = "aws:docdb/clusterInstance:ClusterInstance";
    public const string DocumentGlobalCluster = "aws:docdb/globalCluster:GlobalCluster";
    public const string DocumentSubnetGroup = "aws:docdb/subnetGroup:SubnetGroup";
    public const string GraphCluster = "aws:neptune/cluster:Cluster";
    public const string GraphClusterInstance = "aws:neptune/clusterInstance:ClusterInstance";
    public const string GraphGlobalCluster = "aws:neptune/globalCluster:GlobalCluster";
    public const string GraphSubnetGroup = "aws:neptune/subnetGroup:SubnetGroup";
    public const string Table = "aws:dynamodb/table:Table";
    public const string TableReplica = "aws:dynamodb/tableReplica:TableReplica";
    public const string LegacyGlobalTable = "aws:dynamodb/globalTable:GlobalTable";
    public const string FileSystem = "aws:efs/fileSystem:FileSystem";
    public const string FileSystemReplication = "aws:efs/replicationConfiguration:ReplicationConfiguration";
    public const string MountTarget = "aws:efs/mountTarget:MountTarget";
    public const string Volume = "aws:ebs/volume:Volume";
    public const string Machine = "aws:ec2/instance:Instance";
    public const string Subnet = "aws:ec2/subnet:Subnet";
    public const string SecurityGroup = "aws:ec2/securityGroup:SecurityGroup";

    /// <summary>What holds data that is nowhere else in its Region, and goes when it is deleted.</summary>
    public static IReadOnlyList<string> Data { get; } =
    [
        GlobalCluster, Cluster, Instance, DocumentGlobalCluster, DocumentCluster, GraphGlobalCluster, GraphCluster,
        Table, TableReplica, FileSystem, Volume,
    ];
}
