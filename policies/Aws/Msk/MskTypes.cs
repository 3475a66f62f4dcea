namespace DrInfra.Policies.Aws.Msk;

/// <summary>Type tokens of the provider's module <c>aws:msk</c>.</summary>
public static class MskTypes
{
    public const string Cluster = "aws:msk/cluster:Cluster";
    public const string ClusterPolicy = "aws:msk/clusterPolicy:ClusterPolicy";
    public const string Configuration = "aws:msk/configuration:Configuration";
    public const string Replicator = "aws:msk/replicator:Replicator";
    public const string ServerlessCluster = "aws:msk/serverlessCluster:ServerlessCluster";
    public const string Topic = "aws:msk/topic:Topic";

    /// <summary>What brokers of MSK are declared as.</summary>
    public static readonly IReadOnlyList<string> Clusters = [Cluster, ServerlessCluster];
}
