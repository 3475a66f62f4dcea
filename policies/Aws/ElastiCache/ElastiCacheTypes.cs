namespace DrInfra.Policies.Aws.ElastiCache;

/// <summary>Type tokens of the provider's module <c>aws:elasticache</c>.</summary>
public static class ElastiCacheTypes
{
    public const string Cluster = "aws:elasticache/cluster:Cluster";
    public const string GlobalReplicationGroup = "aws:elasticache/globalReplicationGroup:GlobalReplicationGroup";
    public const string ReplicationGroup = "aws:elasticache/replicationGroup:ReplicationGroup";
    public const string ServerlessCache = "aws:elasticache/serverlessCache:ServerlessCache";
    public const string SubnetGroup = "aws:elasticache/subnetGroup:SubnetGroup";
}
