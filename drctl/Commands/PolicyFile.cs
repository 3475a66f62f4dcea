using DrInfra.Recovery.Settings;
using DrInfra.Recovery.Settings.Kit;

namespace DrInfra.Drctl.Commands;

/// <summary>The operator's recovery.yaml: the one that is named, else the project's own.</summary>
public static class PolicyFile
{
    /// <summary>Where a project keeps it, beside its Pulumi.yaml.</summary>
    public static readonly string Usual = Path.Combine("policies", "recovery.yaml");

    /// <summary>Reads it; without one nothing is said. What is wrong is added to the problems.</summary>
    public static RecoverySettings Read(string? given, string folder, List<Problem> problems)
    {
        var path = given ?? Find(folder);
        if (path is null)
        {
            return RecoverySettings.None;
        }

        try
        {
            return RecoverySettingsFile.Read(path);
        }
        catch (ProblemsException exception)
        {
            problems.AddRange(exception.Problems);
            return RecoverySettings.None;
        }
    }

    /// <summary>The file of the project that this folder is in; null where there is no project, or it has none.</summary>
    public static string? Find(string folder)
    {
        for (var at = new DirectoryInfo(Path.GetFullPath(folder)); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "Pulumi.yaml")) || File.Exists(Path.Combine(at.FullName, "Pulumi.yml")))
            {
                var path = Path.Combine(at.FullName, Usual);
                return File.Exists(path) ? Path.GetRelativePath(Directory.GetCurrentDirectory(), path) : null;
            }
        }

        return null;
    }
}
