namespace DrInfra.Policies.Assessment.Stores;

/// <summary>Neptune clusters, alone or members of a global database.</summary>
internal sealed class NeptuneReader() : ClusterDatabaseReader(new ClusterService(
    "Neptune",
    "aws:neptune/cluster:Cluster",
    "aws:neptune/globalCluster:GlobalCluster",
    "aws:neptune/clusterInstance:ClusterInstance",
    "kmsKeyArn",
    "Neptune")
{
    Prefix = "neptune",
    FailoverFact = "neptune-failover",
    CreationFact = "neptune-noreplica",
    LagFact = "neptune-gdb-lag",
    LagMetric = "GlobalDbProgressLag",
});
