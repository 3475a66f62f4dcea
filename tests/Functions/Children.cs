using System.Diagnostics;

namespace DrInfra.Tests.Functions;

/// <summary>A process that starts a job, and the next one when that has ended, as a container does. It is the parent that a watch is given.</summary>
internal sealed class Children : IDisposable
{
    private readonly Process _parent;
    private readonly string _folder = Directory.CreateTempSubdirectory("jobs-").FullName;

    /// <param name="job">What a job does, in the language of the shell.</param>
    public Children(string job)
    {
        var start = new ProcessStartInfo("sh", ["-c", "while :; do date +%s.%N >> starts; sh -c \"$0\"; done", job]) { WorkingDirectory = _folder };
        _parent = Process.Start(start)!;
    }

    public static string Sleeps => "exec sleep 1000";

    public static string IgnoresBeingAsked => "trap '' TERM; exec sleep 1000";

    /// <summary>Writes as long as it runs, twenty times a second.</summary>
    public static string Writes => "while :; do date +%s.%N >> writes; sleep 0.05; done";

    public int Parent => _parent.Id;

    /// <summary>How many jobs were started.</summary>
    public int Started => Lines("starts").Length;

    /// <summary>The time since the last write of a job.</summary>
    public TimeSpan SinceLastWrite => DateTime.UtcNow - File.GetLastWriteTimeUtc(Path.Combine(_folder, "writes"));

    public int WritesSoFar => Lines("writes").Length;

    /// <summary>The job that runs now; null: none.</summary>
    public int? Job =>
        int.TryParse(File.ReadAllText($"/proc/{Parent}/task/{Parent}/children").Split(' ')[0], out var job) ? job : null;

    public void Dispose()
    {
        _parent.Kill(entireProcessTree: true);
        _parent.WaitForExit();
        _parent.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private string[] Lines(string file) => File.Exists(Path.Combine(_folder, file)) ? File.ReadAllLines(Path.Combine(_folder, file)) : [];
}
