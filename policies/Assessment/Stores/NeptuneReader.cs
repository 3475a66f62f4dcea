using DrInfra.Policies.Aws.Neptune;

namespace DrInfra.Policies.Assessment.Stores;

/// <summary>Neptune clusters, alone or members of a global database.</summary>
internal sealed class NeptuneReader() : ClusterDatabaseReader(new ClusterService(
    "Neptune",
    NeptuneTypes.Cluster,
    NeptuneTypes.GlobalCluster,
    NeptuneTypes.ClusterInstance,
    "kmsKeyArn",
    "Neptune")
{
    Prefix = "neptune",
    FailoverFact = "neptune-failover",
    CreationFact = "neptune-noreplica",
    LagFact = "neptune-gdb-lag",
    LagMetric = "GlobalDbProgressLag",
});
