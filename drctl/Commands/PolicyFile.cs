using DrInfra.Policies.Hosting;
using DrInfra.Recovery.Settings;
using DrInfra.Recovery.Settings.Kit;

namespace DrInfra.Drctl.Commands;

/// <summary>The operator's recovery.yaml: the one that is named, else the project's own.</summary>
public static class PolicyFile
{
    /// <summary>Where a project keeps it, beside its Pulumi.yaml.</summary>
    public static readonly string Usual = Path.Combine("policies", "recovery.yaml");

    /// <summary>Reads it. What is wrong is added to the problems.</summary>
    public static RecoverySettings Read(string path, List<Problem> problems)
    {
        try
        {
            return RecoverySettingsFile.Read(path, SettingsNames.All);
        }
        catch (ProblemsException exception)
        {
            problems.AddRange(exception.Problems);
            return RecoverySettings.None;
        }
    }

    /// <summary>
    /// The file of the project that the stack files are in, else of the project that the folder is in; null where neither has one.
    /// Files of projects that disagree are a problem.
    /// </summary>
    public static string? Find(IReadOnlyList<string> files, string folder, List<Problem> problems)
    {
        string[] found = [.. files.Select(file => Path.GetDirectoryName(Path.GetFullPath(file))).OfType<string>().Distinct().Select(Find).OfType<string>()
            .Distinct()];
        if (found.Length > 1)
        {
            problems.Add(new Problem("the files are in projects with different settings", "--policy", string.Join(", ", found),
                Fix: "name one of these with --policy"));
        }

        return found.FirstOrDefault() ?? Find(folder);
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
