using System.Globalization;
using System.Text.Json;
using DrInfra.Recovery.Protocol;

namespace DrInfra.Infra.Functions.Follower.Services;

/// <summary>A FlinkStateSnapshot that a follower has asked for: its path says for which epoch and source time.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Epoch">The epoch in which it was asked for.</param>
/// <param name="At">Its source time.</param>
/// <param name="Created">When it was asked for, by the clock of the cluster.</param>
/// <param name="State">What the operator says of it; null: nothing yet.</param>
/// <param name="Path">Where the savepoint is.</param>
/// <param name="Error">Why it failed.</param>
internal sealed record FlinkSnapshot(string Name, long Epoch, DateTimeOffset At, DateTimeOffset Created, string? State, string? Path, string? Error)
{
    public const string Plural = "flinkstatesnapshots";

    private const string Kind = "FlinkStateSnapshot";

    public bool IsCompleted => State == "COMPLETED";

    public bool HasFailed => State is "FAILED" or "ABANDONED";

    /// <summary>The snapshots of a job into its folder. Those that people ask for go elsewhere, and are theirs.</summary>
    public static IReadOnlyList<FlinkSnapshot> Read(IEnumerable<JsonElement> items, FlinkJob job) =>
        [.. items.Select(item => Read(item, job)).OfType<FlinkSnapshot>().OrderBy(snapshot => snapshot.Created)];

    /// <summary>
    /// Asks for a savepoint in this epoch. It is tried once, since the follower asks again; and its files stay when the object is deleted.
    /// </summary>
    public static object Ask(FlinkJob job, long epoch, string region, DateTimeOffset at) => new Dictionary<string, object>
    {
        ["apiVersion"] = $"{FlinkJob.Group}/{FlinkJob.ApiVersion}",
        ["kind"] = Kind,
        ["metadata"] = new Dictionary<string, object>
        {
            ["name"] = string.Create(CultureInfo.InvariantCulture, $"{job.Name}-{epoch}-{at.UtcDateTime:yyyyMMddHHmmss}"),
        },
        ["spec"] = new Dictionary<string, object>
        {
            ["backoffLimit"] = 0,
            ["jobReference"] = new Dictionary<string, object> { ["kind"] = FlinkJob.Kind, ["name"] = job.Name },
            ["savepoint"] = new Dictionary<string, object>
            {
                ["path"] = $"{job.Address}{SavepointProtocol.SavepointFolder(epoch, region, at)}/",
                ["disposeOnDelete"] = false,
            },
        },
    };

    private static FlinkSnapshot? Read(JsonElement item, FlinkJob job)
    {
        var path = item.Text("spec", "savepoint", "path");
        return item.Text("spec", "jobReference", "name") == job.Name
            && path?.StartsWith(job.Address + SavepointProtocol.EpochPrefix, StringComparison.Ordinal) == true
            && SavepointProtocol.ReadFolder(path[job.Address.Length..]) is var (epoch, _, at)
            ? new FlinkSnapshot(
                item.Text("metadata", "name") ?? "",
                epoch,
                at,
                Time(item.Text("metadata", "creationTimestamp")) ?? at,
                item.Text("status", "state"),
                item.Text("status", "path"),
                item.Text("status", "error"))
            : null;
    }

    private static DateTimeOffset? Time(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
}
