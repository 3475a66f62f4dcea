using DrInfra.Recovery.Settings;
using DrInfra.Recovery.Settings.Kit;

namespace DrInfra.Policies.Hosting;

/// <summary>recovery.yaml as far as it could be read.</summary>
/// <param name="Path">The file, whether it is there or not.</param>
/// <param name="Settings">Nothing where there is no file, or it could not be read.</param>
/// <param name="Problem">Why it could not be read; null where it could, or need not.</param>
internal sealed record SettingsFile(string Path, RecoverySettings Settings, string? Problem)
{
    private const string DefaultName = "recovery.yaml";

    /// <summary>Where relative paths in it start.</summary>
    public string Folder => System.IO.Path.GetDirectoryName(Path) ?? Path;

    /// <param name="folder">The pack's folder; null where it was not found.</param>
    /// <param name="named">The file that the operator names, from the pack's folder; null for the default one, which may be missing.</param>
    public static SettingsFile Load(string? folder, string? named)
    {
        var path = System.IO.Path.GetFullPath(named ?? DefaultName, folder ?? Environment.CurrentDirectory);
        if (!File.Exists(path))
        {
            return new SettingsFile(path, RecoverySettings.None, named is null ? null : $"file not found: {path}");
        }

        try
        {
            return new SettingsFile(path, RecoverySettingsFile.Read(path, SettingsNames.All), null);
        }
        catch (Exception exception) when (exception is ProblemsException or IOException or UnauthorizedAccessException)
        {
            return new SettingsFile(path, RecoverySettings.None, exception.Message);
        }
    }
}
