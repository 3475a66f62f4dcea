namespace DrInfra.Policies.Assessment.Stores;

/// <summary>DocumentDB clusters, alone or members of a global cluster.</summary>
internal sealed class DocumentDbReader() : ClusterDatabaseReader(new ClusterService(
    "DocumentDB",
    "aws:docdb/cluster:Cluster",
    "aws:docdb/globalCluster:GlobalCluster",
    "aws:docdb/clusterInstance:ClusterInstance",
    "kmsKeyId",
    "DocumentDB")
{
    Prefix = "docdb",
    CreationFact = "docdb-scale",
    LagFact = "docdb-gc-lag",
    PromotionFact = "docdb-gc-rto",
    LagMetric = "GlobalClusterReplicationLag",
});
