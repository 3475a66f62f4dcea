using System.Globalization;

namespace DrInfra.Recovery.Protocol;

/// <summary>
/// The names by which the state of a stream job crosses Regions: what the program declares, the follower writes and reads, and the policy pack
/// judges. docs/pipelines.md has the rules.
/// </summary>
public static class SavepointProtocol
{
    /// <summary>The folder of a bucket in which all savepoints are, a folder for each pipeline.</summary>
    public const string Root = "savepoints";

    /// <summary>The annotation of a job that says where its savepoints go: <c>s3://bucket/prefix</c>, in the bucket of its own Region.</summary>
    public const string FolderAnnotation = "dr.drinfra.io/savepoints";

    /// <summary>The annotation of a job that says how many seconds there are between two savepoints.</summary>
    public const string EveryAnnotation = "dr.drinfra.io/savepoint-seconds";

    /// <summary>Environment of a job: how many seconds before a savepoint its sources start to read, since their records come from another Region.</summary>
    public const string ReplayVariable = "SOURCE_REPLAY_SECONDS";

    /// <summary>The namespace of <see cref="AgeMetric"/>.</summary>
    public const string MetricNamespace = "DrInfra/Pipelines";

    /// <summary>Seconds since the source time of the savepoint that a Region would start from now, once a minute, in either Region.</summary>
    public const string AgeMetric = "SavepointAge";

    /// <summary>A dimension of <see cref="AgeMetric"/>: the workload.</summary>
    public const string WorkloadDimension = "Workload";

    /// <summary>A dimension of <see cref="AgeMetric"/>: the name of the job's object.</summary>
    public const string JobDimension = "Job";

    /// <summary>The time between two data points of <see cref="AgeMetric"/>.</summary>
    public static readonly TimeSpan MetricPeriod = TimeSpan.FromMinutes(1);

    /// <summary>The folder of one savepoint under that of its job.</summary>
    /// <param name="epoch">The epoch of the lease.</param>
    /// <param name="region">The Region that holds it.</param>
    /// <param name="at">The source time, in UTC: no record that was read before it is missing.</param>
    public static string SavepointFolder(long epoch, string region, DateTimeOffset at) =>
        string.Create(CultureInfo.InvariantCulture, $"epoch={epoch}/region={region}/at={at.UtcDateTime:yyyyMMdd'T'HHmmss'Z'}");
}
