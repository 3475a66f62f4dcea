using System.Globalization;
using DrInfra.Infra.Functions.Follower.Savepoints;

namespace DrInfra.Tests.Functions.Savepoints;

/// <summary>Puts savepoints into a bucket, and asks what would be started from it.</summary>
internal static class BucketOfSavepoints
{
    public const string Job = "events-enrich";
    public const string Here = "eu-central-1";
    public const string There = "eu-west-1";
    public const string Folder = "jobs/enrich/";

    public static readonly DateTimeOffset Start = DateTimeOffset.Parse("2026-11-30T12:00:00Z", CultureInfo.InvariantCulture);

    /// <summary>The folder of a savepoint: by default it is taken a minute after the one before.</summary>
    public static string FolderOf(SavepointId id, DateTimeOffset? at = null) => string.Create(
        CultureInfo.InvariantCulture,
        $"epoch={id.Epoch}/region={id.Region}/at={At(id, at).UtcDateTime:yyyyMMdd'T'HHmmss'Z'}/savepoint-{id.Number}");

    public static string ManifestOf(SavepointId id, string job = Job) => string.Create(
        CultureInfo.InvariantCulture, $"{Folder}epoch={id.Epoch}/region={id.Region}/manifests/{job}/{long.MaxValue - id.Number:D19}-{id.Number}.json");

    public static string StartOf(long epoch, string region, string job = Job) => $"savepoint-starts/{Folder}{job}/epoch={epoch}/region={region}.json";

    public static string RefusalOf(long epoch, string region) => $"savepoint-starts/{Folder}{Job}/epoch={epoch}/region={region}.refused.json";

    public static IReadOnlyList<string> FilesOf(this MemoryBucket bucket, SavepointId id) =>
        [.. bucket.Names.Where(name => name.StartsWith($"{Folder}epoch={id.Epoch}/region={id.Region}/at=", StringComparison.Ordinal)
            && name.Contains($"/savepoint-{id.Number}/", StringComparison.Ordinal))];

    public static SavepointId Save(this MemoryBucket bucket, long epoch, string region, long number, SavepointId? from, DateTimeOffset? at = null)
    {
        var id = new SavepointId(epoch, region, number);
        bucket.PutFile($"{Folder}{FolderOf(id, at)}/_metadata", 700 + number);
        bucket.PutFile($"{Folder}{FolderOf(id, at)}/op/state-1", 100_000);
        bucket.WriteManifest(id, from, at);
        return id;
    }

    public static void WriteManifest(this MemoryBucket bucket, SavepointId id, SavepointId? from, DateTimeOffset? at = null, string job = Job) =>
        bucket[ManifestOf(id, job)] = RecordText.Write(new SavepointManifest(
            job, id.Epoch, id.Region, id.Number, At(id, at), FolderOf(id, at), [new("_metadata", 700 + id.Number), new("op/state-1", 100_000)], from));

    public static void WriteStart(this MemoryBucket bucket, long epoch, string region, SavepointId? from, string job = Job) =>
        bucket[StartOf(epoch, region, job)] = RecordText.Write(new StartRecord(job, epoch, region, from, from is null ? null : FolderOf(from)));

    public static void WriteRefusal(this MemoryBucket bucket, long epoch, string region) => bucket[RefusalOf(epoch, region)] = "{}";

    public static bool IsWhole(this MemoryBucket bucket, SavepointManifest manifest) =>
        manifest.Files.Count == 2 && manifest.Files.All(file => bucket.Has($"{Folder}{manifest.Folder}/{file.Name}"));

    public static (Choice Choice, IReadOnlyList<string> Told) Ask(this MemoryBucket bucket, long epoch, string region = Here, string job = Job)
    {
        var told = new List<string>();
        return (new SavepointFolder(bucket, Folder, job, told.Add).ChooseAsync(epoch, region, CancellationToken.None).GetAwaiter().GetResult(), told);
    }

    public static SavepointId Chosen(this MemoryBucket bucket, long epoch, string region = Here) =>
        Assert.IsType<Choice.Savepoint>(bucket.Ask(epoch, region).Choice).Manifest.Id;

    public static string Refused(this MemoryBucket bucket, long epoch, string region = Here) =>
        Assert.IsType<Choice.Refusal>(bucket.Ask(epoch, region).Choice).Why;

    private static DateTimeOffset At(SavepointId id, DateTimeOffset? at) => at ?? Start.AddHours(id.Epoch).AddMinutes(id.Number);
}
