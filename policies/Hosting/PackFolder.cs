namespace DrInfra.Policies.Hosting;

/// <summary>Finds the pack's own folder, in which recovery.yaml lies.</summary>
internal static class PackFolder
{
    private const string Mark = "PulumiPolicy.yaml";

    /// <param name="told">
    /// The folder that the engine tells: as the user typed it, so a relative one starts where the CLI was started, which is this
    /// process's working directory or above it. Null where it tells none.
    /// </param>
    /// <param name="workingDirectory">Where this process was started.</param>
    /// <param name="programDirectory">Where this program lies: the pack is built into its own folder, or into one beside it.</param>
    /// <returns>Null where there is no such folder.</returns>
    public static string? Find(string? told, string workingDirectory, string programDirectory) =>
        Upward(workingDirectory).Select(folder => string.IsNullOrEmpty(told) ? null : Path.GetFullPath(told, folder))
            .Concat(Upward(programDirectory).SelectMany(folder => new[] { folder, Path.Combine(folder, "policies") }))
            .FirstOrDefault(folder => folder is not null && File.Exists(Path.Combine(folder, Mark)));

    private static IEnumerable<string> Upward(string from)
    {
        for (var folder = Path.GetFullPath(from); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            yield return folder;
        }
    }
}
