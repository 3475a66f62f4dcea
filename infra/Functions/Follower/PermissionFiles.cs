using System.Globalization;

namespace DrInfra.Infra.Functions.Follower;

/// <summary>
/// The folder that gate, watch and jobs of a pod share. <c>epoch</c> is for the jobs. <c>permission</c> is what one gate tells the next: until when it
/// lasts, by the machine's clock, and since which start of the machine that clock counts.
/// </summary>
internal sealed class PermissionFiles(string folder)
{
    private const string StartOfMachine = "/proc/sys/kernel/random/boot_id";

    private readonly string _epoch = Path.Combine(folder, "epoch");
    private readonly string _permission = Path.Combine(folder, "permission");

    /// <summary>Writes the epoch first: no job may go on with the one before.</summary>
    public void Write(long epoch, TimeSpan until)
    {
        Replace(_epoch, epoch.ToString(CultureInfo.InvariantCulture));
        Replace(_permission, string.Create(CultureInfo.InvariantCulture, $"{Start()} {epoch} {until.Ticks}"));
    }

    /// <summary>What the last gate has written; null: nothing that counts here.</summary>
    public (long Epoch, TimeSpan Until)? Read() =>
        File.Exists(_permission) && File.ReadAllText(_permission).Split(' ') is [var start, var epoch, var until] && start == Start()
        && long.TryParse(epoch, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && long.TryParse(until, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
            ? (number, new TimeSpan(ticks))
            : null;

    private static string Start() => File.Exists(StartOfMachine) ? File.ReadAllText(StartOfMachine).Trim() : Environment.MachineName;

    // A reader sees the former text or the new one, never half of it.
    private static void Replace(string file, string text)
    {
        File.WriteAllText(file + ".new", text);
        File.Move(file + ".new", file, overwrite: true);
    }
}
