using System.Globalization;

namespace DrInfra.Infra.Functions.Follower;

/// <summary>The processes that a watch ends: those that run as its own user, in the process namespace that the pod's containers share.</summary>
internal static class JobProcesses
{
    // The pod's own process: it is never ended, and shows that the namespace is a pod's and not a machine's.
    private const int First = 1;

    public static bool AreOfAPod => Environment.ProcessId != First && Text("/proc/1/comm") == "pause";

    /// <param name="parents">Only the children of these processes; null: all.</param>
    public static IReadOnlyList<int> List(IReadOnlySet<int>? parents)
    {
        var user = Libc.EffectiveUser().ToString(CultureInfo.InvariantCulture);
        return
        [
            .. from folder in Directory.EnumerateDirectories("/proc")
               let id = int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : First
               where id > First && id != Environment.ProcessId && Runs(folder, user, parents)
               select id,
        ];
    }

    // "Uid:" is followed by the real and the effective user. A process that has ended and waits for its parent runs no more.
    private static bool Runs(string folder, string user, IReadOnlySet<int>? parents)
    {
        var status = Text($"{folder}/status").Split('\n').Select(line => line.Split('\t')).ToLookup(line => line[0], line => line[1..]);
        return status["Uid:"].Any(users => users.Contains(user))
            && !status["State:"].Any(state => state[0].StartsWith('Z'))
            && (parents is null || status["PPid:"].Any(parent => parents.Contains(int.Parse(parent[0], CultureInfo.InvariantCulture))));
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
