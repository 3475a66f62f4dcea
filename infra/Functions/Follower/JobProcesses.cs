using System.Globalization;

namespace DrInfra.Infra.Functions.Follower;

/// <summary>The processes that a watch ends: those that run as its own user, in the process namespace that the pod's containers share.</summary>
internal static class JobProcesses
{
    // The pod's own process: it is never ended, and shows that the namespace is a pod's and not a machine's.
    private const int First = 1;

    public static bool AreOfAPod => Environment.ProcessId != First && Text("/proc/1/comm") == "pause";

    /// <param name="only">The only ids that count; null: all.</param>
    public static IReadOnlyList<int> List(IReadOnlySet<int>? only)
    {
        var user = Libc.EffectiveUser().ToString(CultureInfo.InvariantCulture);
        return
        [
            .. from folder in Directory.EnumerateDirectories("/proc")
               let id = int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : First
               where id > First && id != Environment.ProcessId && only?.Contains(id) != false && Runs(folder, user)
               select id,
        ];
    }

    // "Uid:" is followed by the real and the effective user. A process that has ended and waits for its parent runs no more.
    private static bool Runs(string folder, string user)
    {
        var status = Text($"{folder}/status").Split('\n');
        return status.Any(line => line.StartsWith("Uid:", StringComparison.Ordinal) && line.Split('\t', StringSplitOptions.RemoveEmptyEntries).Contains(user))
            && !status.Any(line => line.StartsWith("State:", StringComparison.Ordinal) && line.Contains('Z', StringComparison.Ordinal));
    }

    private static string Text(string file)
    {
        try
        {
            return File.ReadAllText(file).TrimEnd();
        }
        catch (IOException)
        {
            // It has ended meanwhile.
            return "";
        }
    }
}
