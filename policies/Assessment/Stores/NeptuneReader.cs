using DrInfra.Policies.Aws.Rds;

namespace DrInfra.Policies.Assessment.Stores;

/// <summary>Neptune clusters, alone or members of a global database.</summary>
internal sealed class NeptuneReader() : ClusterDatabaseReader(new ClusterService(
    "Neptune",
    ClusterFamily.Neptune,
    "Neptune")
{
    Prefix = "neptune",
    FailoverFact = "neptune-failover",
    CreationFact = "neptune-noreplica",
    LagFact = "neptune-gdb-lag",
    LagMetric = "GlobalDbProgressLag",
});
