namespace DrInfra.Policies.Aws.Dsql;

/// <summary>Type tokens of the provider's module <c>aws:dsql</c>.</summary>
public static class DsqlTypes
{
    public const string Cluster = "aws:dsql/cluster:Cluster";
    public const string ClusterPeering = "aws:dsql/clusterPeering:ClusterPeering";
}
