using DrInfra.Policies.Aws.Rds;

namespace DrInfra.Policies.Assessment.Stores;

/// <summary>DocumentDB clusters, alone or members of a global cluster.</summary>
internal sealed class DocumentDbReader() : ClusterDatabaseReader(new ClusterService(
    "DocumentDB",
    ClusterFamily.DocumentDb,
    "DocumentDB")
{
    Prefix = "docdb",
    CreationFact = "docdb-scale",
    LagFact = "docdb-gc-lag",
    PromotionFact = "docdb-gc-rto",
    LagMetric = "GlobalClusterReplicationLag",
});
