namespace DrInfra.Infra.Settings;

/// <summary>Versions that AWS runs for the platform, and that age.</summary>
/// <param name="AuroraPostgresql">
/// Of databases that state none of their own: major and minor, for example <c>16.8</c>. Default: 16.8, a long-term one.
/// </param>
/// <param name="CanaryRuntime">
/// Of canaries: a runtime for Node.js without a browser, since all that the probe needs of it is Node.js itself
/// (https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Synthetics_Library_Nodejs.html). A runtime is deprecated
/// with its Node.js, and no canary can be made on it from then on. Default: <c>syn-nodejs-5.2</c>, whose Node.js 22 is supported until
/// 2027-04-30.
/// </param>
/// <param name="Kubernetes">Of the clusters: a version of EKS in standard support. Default: 1.35.</param>
/// <param name="Kafka">
/// Of the clusters of streams, as MSK spells it: with <c>.kraft</c> where Kafka keeps its own metadata, which is chosen once
/// (https://docs.aws.amazon.com/msk/latest/developerguide/kraft-intro.html). Default: 3.9.x.kraft, whose end of support is not announced.
/// </param>
public sealed record VersionSettings(string AuroraPostgresql, string CanaryRuntime, string Kubernetes, string Kafka)
{
    /// <summary>Of stream jobs, which their images hold: major and minor. Default: 1.20.</summary>
    public string Flink { get; init; } = "1.20";

    /// <summary>Of Spark jobs, which their images hold. Default: 3.5.6.</summary>
    public string Spark { get; init; } = "3.5.6";

    /// <summary>
    /// Of the clusters of Hadoop jobs: a release of EMR. Default: emr-7.13.0
    /// (https://docs.aws.amazon.com/emr/latest/ReleaseGuide/emr-release-app-versions-7.x.html).
    /// </summary>
    public string Emr { get; init; } = "emr-7.13.0";

    /// <summary>
    /// Of the chart of the Flink operator; from 1.10 it takes snapshots as objects of their own, which the follower needs. Default: 1.15.0.
    /// </summary>
    public string FlinkOperator { get; init; } = "1.15.0";

    /// <summary>Of the chart of the Spark operator; from 2.2 it takes templates of pods. Default: 2.5.2.</summary>
    public string SparkOperator { get; init; } = "2.5.2";

    /// <summary>Where the settings say nothing.</summary>
    public static VersionSettings Default { get; } = new("16.8", "syn-nodejs-5.2", "1.35", "3.9.x.kraft");
}
