using DrInfra.Recovery.Protocol;

namespace DrInfra.Infra.Functions.Follower.Savepoints;

/// <summary>What a savepoint consists of: written after its last file, and read by the other Region, where files arrive in any order.</summary>
/// <param name="Job">The name of the job's object.</param>
/// <param name="Epoch">The epoch in which it was taken.</param>
/// <param name="Region">The Region that held the lease.</param>
/// <param name="Number">Its number within the epoch, from 1.</param>
/// <param name="At">Its source time. No choice hangs on it.</param>
/// <param name="Folder">Where its files are, under the folder of the job, without a slash at its end.</param>
/// <param name="Files">All its files.</param>
/// <param name="StartedFrom">What its epoch started from, so that it is known even if the start record is late; null: without state.</param>
internal sealed record SavepointManifest(
    string Job,
    long Epoch,
    string Region,
    long Number,
    DateTimeOffset At,
    string Folder,
    IReadOnlyList<SavepointFile> Files,
    SavepointId? StartedFrom)
{
    /// <summary>The file that Flink reads first: without it there is no savepoint.</summary>
    public const string Metadata = "_metadata";

    public SavepointId Id => new(Epoch, Region, Number);

    /// <summary>What is wrong with it, if it is to be the manifest of this job and savepoint; null: nothing.</summary>
    public string? Problem(string job, SavepointId id) =>
        Job != job ? $"it belongs to the job {Job}"
        : Id != id ? $"it says that it is {Id}"
        : !Folder.StartsWith(SavepointProtocol.SavepointFolder(Epoch, Region, At) + "/", StringComparison.Ordinal)
            ? "its folder is not one of its epoch, Region and time"
        : Folder.Split('/').Any(IsNoName) || Files.SelectMany(file => file.Name.Split('/')).Any(IsNoName) ? "a name in it is no name of a file"
        : Files.All(file => file.Name != Metadata) ? $"it has no {Metadata}"
        : Files.Any(file => file.Bytes < 0) || Files.Select(file => file.Name).Distinct().Count() < Files.Count ? "its files are not a list of files with sizes"
        : StartedFrom?.ProblemAsStartOf(Epoch);

    private static bool IsNoName(string part) => part is "" or "." or "..";
}
