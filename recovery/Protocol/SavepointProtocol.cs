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

    /// <summary>
    /// The annotation of a job that says for how many seconds after a start it may be behind its sources. No savepoint is taken until then: its source
    /// time would be later than what it has read. Without the annotation it is never behind.
    /// </summary>
    public const string CatchUpAnnotation = "dr.drinfra.io/catch-up-seconds";

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

    /// <summary>
    /// The folder of a bucket in which the records are of what each epoch started from. They are small, and must never expire: without them a Region
    /// cannot tell what ran. So they are not in <see cref="Root"/>, which a lifecycle rule empties.
    /// </summary>
    public const string StartsRoot = "savepoint-starts";

    /// <summary>Under a job's folder, all names of savepoints and their manifests begin so: what a lifecycle rule may expire.</summary>
    public const string EpochPrefix = "epoch=";

    /// <summary>In a savepoint's folder: the Region.</summary>
    public const string RegionPrefix = "region=";

    /// <summary>In a savepoint's folder: the source time.</summary>
    public const string AtPrefix = "at=";

    private const string SourceTime = "yyyyMMdd'T'HHmmss'Z'";

    /// <summary>The folder of one savepoint under that of its job.</summary>
    /// <param name="epoch">The epoch of the lease.</param>
    /// <param name="region">The Region that holds it.</param>
    /// <param name="at">The source time, in UTC: no record that was read before it is missing.</param>
    public static string SavepointFolder(long epoch, string region, DateTimeOffset at) =>
        $"{EpochFolder(epoch, region)}{AtPrefix}{at.UtcDateTime.ToString(SourceTime, CultureInfo.InvariantCulture)}";

    /// <summary>Epoch, Region and source time of a path that begins with <see cref="SavepointFolder"/>; null: it does not.</summary>
    public static (long Epoch, string Region, DateTimeOffset At)? ReadFolder(string path)
    {
        string[] names = [EpochPrefix, RegionPrefix, AtPrefix];
        var parts = path.Split('/')[..Math.Min(names.Length, path.Split('/').Length)];
        return parts.Length == names.Length && parts.Zip(names).All(part => part.First.StartsWith(part.Second, StringComparison.Ordinal))
            && parts.Zip(names, (part, name) => part[name.Length..]).ToList() is [var epoch, var region, var at]
            && long.TryParse(epoch, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && DateTimeOffset.TryParseExact(at, SourceTime, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? (number, region, time)
            : null;
    }

    /// <summary>The folder of what one Region saved in one epoch, under that of its job. It ends with a slash.</summary>
    public static string EpochFolder(long epoch, string region) =>
        string.Create(CultureInfo.InvariantCulture, $"{EpochPrefix}{epoch}/{RegionPrefix}{region}/");

    /// <summary>The folder of the manifests of one job, Region and epoch, under that of the job. It ends with a slash.</summary>
    public static string ManifestsFolder(long epoch, string region, string job) => $"{EpochFolder(epoch, region)}manifests/{job}/";

    /// <summary>
    /// The name of a manifest in its folder. Storage lists names in alphabetical order: the newest comes first, however many there are.
    /// </summary>
    public static string ManifestName(long number) =>
        string.Create(CultureInfo.InvariantCulture, $"{long.MaxValue - number:D19}-{number}.json");

    /// <summary>The folder of the start records of one job. It ends with a slash.</summary>
    /// <param name="folder">The folder of the job's savepoints: empty, or with a slash at its end.</param>
    /// <param name="job">The name of the job's object.</param>
    public static string StartsFolder(string folder, string job) => $"{StartsRoot}/{folder}{job}/";

    /// <summary>The record of what one epoch started from, in <see cref="StartsFolder"/>.</summary>
    public static string StartName(long epoch, string region) =>
        string.Create(CultureInfo.InvariantCulture, $"{EpochPrefix}{epoch}/{RegionPrefix}{region}.json");

    /// <summary>The record that a Region did not start a job in an epoch, since it found nothing to start from.</summary>
    public static string RefusalName(long epoch, string region) =>
        string.Create(CultureInfo.InvariantCulture, $"{EpochPrefix}{epoch}/{RegionPrefix}{region}.refused.json");
}
