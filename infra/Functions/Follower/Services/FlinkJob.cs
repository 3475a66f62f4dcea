using System.Globalization;
using System.Text.Json;
using DrInfra.Recovery.Protocol;

namespace DrInfra.Infra.Functions.Follower.Services;

/// <summary>A FlinkDeployment that follows, as far as the follower reads it.</summary>
/// <param name="Name">Its name, which is that of the job.</param>
/// <param name="Version">The version of the object.</param>
/// <param name="IsToRun">What its spec says.</param>
/// <param name="Nonce">The epoch in which it was started last; null: none.</param>
/// <param name="StartedFrom">The path of the savepoint that it was started from last.</param>
/// <param name="HasRun">Whether the operator has deployed it before.</param>
/// <param name="IsRunning">Whether the job runs now, as its operator sees it.</param>
/// <param name="Bucket">The bucket of its savepoints; null: the annotation does not say.</param>
/// <param name="Folder">The folder in the bucket: empty, or with a slash at its end.</param>
/// <param name="Every">The time between savepoints; null: the annotation does not say.</param>
/// <param name="CaughtUp">When it is not behind its sources any more; null: it is not known when it started, or how long that takes.</param>
internal sealed record FlinkJob(
    string Name,
    string? Version,
    bool IsToRun,
    long? Nonce,
    string? StartedFrom,
    bool HasRun,
    bool IsRunning,
    string? Bucket,
    string Folder,
    TimeSpan? Every,
    DateTimeOffset? CaughtUp)
{
    public const string Group = "flink.apache.org";
    public const string ApiVersion = "v1beta1";
    public const string Plural = "flinkdeployments";
    public const string Kind = "FlinkDeployment";
    public const string Running = "running";
    public const string Suspended = "suspended";

    private const string Scheme = "s3://";

    /// <summary>The address of <see cref="Folder"/>.</summary>
    public string Address => $"{Scheme}{Bucket}/{Folder}";

    public static FlinkJob Read(JsonElement item)
    {
        var (bucket, folder) = Place(item.Text("metadata", "annotations", SavepointProtocol.FolderAnnotation));
        return new FlinkJob(
            item.Text("metadata", "name") ?? "",
            item.Text("metadata", "resourceVersion"),
            item.Text("spec", "job", "state") != Suspended,
            item.Number("spec", "job", "savepointRedeployNonce"),
            item.Text("spec", "job", "initialSavepointPath"),
            item.Text("status", "reconciliationStatus", "lastReconciledSpec") is { Length: > 0 },
            item.Text("status", "jobStatus", "state") == "RUNNING",
            bucket,
            folder,
            Seconds(item.Text("metadata", "annotations", SavepointProtocol.EveryAnnotation)),
            CaughtUpAt(item.Text("metadata", "annotations", SavepointProtocol.CatchUpAnnotation), item.Text("status", "jobStatus", "startTime")));
    }

    // The operator tells the milliseconds of Unix since which the job runs.
    private static DateTimeOffset? CaughtUpAt(string? takes, string? since) =>
        takes is null ? DateTimeOffset.MinValue
        : Seconds(takes) is { } time && long.TryParse(since, NumberStyles.None, CultureInfo.InvariantCulture, out var start)
            && start < DateTimeOffset.MaxValue.ToUnixTimeMilliseconds() - (long)time.TotalMilliseconds
            ? DateTimeOffset.FromUnixTimeMilliseconds(start) + time
            : null;

    private static (string? Bucket, string Folder) Place(string? text)
    {
        if (text?.StartsWith(Scheme, StringComparison.Ordinal) != true || text[Scheme.Length..].Split('/', 2) is not [{ Length: > 0 } bucket, .. var rest])
        {
            return (null, "");
        }

        var folder = rest is [var path] ? path.Trim('/') : "";
        return (bucket, folder.Length > 0 ? folder + "/" : "");
    }

    private static TimeSpan? Seconds(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds > 0 ? TimeSpan.FromSeconds(seconds) : null;
}
