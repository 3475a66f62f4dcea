using DrInfra.Policies.Aws.Batch;
using DrInfra.Policies.Aws.Emr;
using DrInfra.Policies.Aws.EmrContainers;
using DrInfra.Policies.Aws.EmrServerless;
using DrInfra.Policies.Aws.Glue;
using DrInfra.Policies.Aws.KinesisAnalytics;
using DrInfra.Policies.Aws.Mwaa;

namespace DrInfra.Policies.Aws;

/// <summary>What runs jobs in one Region, and is not there in another one unless it is declared there too.</summary>
internal static class JobEngines
{
    private static readonly Dictionary<string, string> Kinds = new(StringComparer.Ordinal)
    {
        [KinesisAnalyticsTypes.Application] = "application",
        [EmrTypes.Cluster] = "EMR cluster",
        [EmrServerlessTypes.Application] = "EMR Serverless application",
        [EmrContainersTypes.VirtualCluster] = "virtual cluster",
        [GlueTypes.Job] = "Glue job",
        [MwaaTypes.Environment] = "Airflow environment",
        [BatchTypes.JobQueue] = "Batch job queue",
    };

    public static IReadOnlyList<string> Types { get; } = [.. Kinds.Keys];

    public static string KindOf(Node node) => Kinds[node.Type];

    /// <summary>Whether it is there for later jobs: a cluster that ends after its steps is not.</summary>
    public static bool Stays(Node node) => node.Type != EmrTypes.Cluster || new EmrCluster(node).IsLongRunning != false;
}
