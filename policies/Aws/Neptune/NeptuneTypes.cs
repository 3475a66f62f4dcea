namespace DrInfra.Policies.Aws.Neptune;

/// <summary>Type tokens of the provider's module <c>aws:neptune</c>.</summary>
public static class NeptuneTypes
{
    public const string Cluster = "aws:neptune/cluster:Cluster";
    public const string ClusterInstance = "aws:neptune/clusterInstance:ClusterInstance";
    public const string ClusterSnapshot = "aws:neptune/clusterSnapshot:ClusterSnapshot";
    public const string GlobalCluster = "aws:neptune/globalCluster:GlobalCluster";
    public const string SubnetGroup = "aws:neptune/subnetGroup:SubnetGroup";
}
