namespace DrInfra.Policies.Aws.Rds;

/// <summary>Type tokens of the provider's module <c>aws:rds</c>.</summary>
public static class RdsTypes
{
    public const string Cluster = "aws:rds/cluster:Cluster";
    public const string ClusterInstance = "aws:rds/clusterInstance:ClusterInstance";
    public const string ClusterParameterGroup = "aws:rds/clusterParameterGroup:ClusterParameterGroup";
    public const string ClusterSnapshot = "aws:rds/clusterSnapshot:ClusterSnapshot";
    public const string ClusterSnapshotCopy = "aws:rds/clusterSnapshotCopy:ClusterSnapshotCopy";
    public const string EventSubscription = "aws:rds/eventSubscription:EventSubscription";
    public const string GlobalCluster = "aws:rds/globalCluster:GlobalCluster";
    public const string Instance = "aws:rds/instance:Instance";
    public const string InstanceAutomatedBackupsReplication = "aws:rds/instanceAutomatedBackupsReplication:InstanceAutomatedBackupsReplication";
    public const string ParameterGroup = "aws:rds/parameterGroup:ParameterGroup";
    public const string Proxy = "aws:rds/proxy:Proxy";
    public const string Snapshot = "aws:rds/snapshot:Snapshot";
    public const string SnapshotCopy = "aws:rds/snapshotCopy:SnapshotCopy";
    public const string SubnetGroup = "aws:rds/subnetGroup:SubnetGroup";
}
