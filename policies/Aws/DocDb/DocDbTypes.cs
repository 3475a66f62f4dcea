namespace DrInfra.Policies.Aws.DocDb;

/// <summary>Type tokens of the provider's module <c>aws:docdb</c>.</summary>
public static class DocDbTypes
{
    public const string Cluster = "aws:docdb/cluster:Cluster";
    public const string ClusterInstance = "aws:docdb/clusterInstance:ClusterInstance";
    public const string ElasticCluster = "aws:docdb/elasticCluster:ElasticCluster";
    public const string GlobalCluster = "aws:docdb/globalCluster:GlobalCluster";
    public const string SubnetGroup = "aws:docdb/subnetGroup:SubnetGroup";
}
