using DrInfra.Recovery.Settings.Kit;
using Microsoft.Extensions.FileSystemGlobbing;

namespace DrInfra.Drctl.Commands;

/// <summary>Stack files as they are named on the command line: paths, folders, patterns, and <c>-</c> for standard input.</summary>
internal static class FileNames
{
    public const string StandardInput = "-";

    /// <summary>What is said of it in every description of such an argument.</summary>
    public const string Forms = "A folder stands for its JSON files, a pattern such as graphs/**/*.json for the files that match, and - for standard input.";

    // As `drctl preview` and the Pulumi CLI write them.
    private static readonly string[] Kinds = [".json", ".json.gz"];

    /// <summary>The files that the names stand for, those of one name sorted. What is wrong is added to the problems.</summary>
    public static string[] Expand(IEnumerable<string> names, List<Problem> problems)
    {
        string[] files = [.. names.SelectMany(name => Expand(name, problems))];
        if (files.Count(file => file == StandardInput) > 1)
        {
            problems.Add(new Problem("standard input is given twice", StandardInput, Fix: "give one stack as -, and the others as files"));
        }

        return files;
    }

    private static IEnumerable<string> Expand(string name, List<Problem> problems)
    {
        if (Directory.Exists(name))
        {
            return Found(
                name, "the folder contains no stack file", "write one with `drctl preview --format json --out FOLDER`, or name another folder", problems,
                Directory.EnumerateFiles(name).Where(file => Kinds.Any(kind => file.EndsWith(kind, StringComparison.OrdinalIgnoreCase))));
        }

        return name.Contains('*', StringComparison.Ordinal) && !File.Exists(name)
            ? Found(name, "no file matches the pattern", "correct the pattern; * stands for any name, and ** for any folders", problems, Matching(name))
            : [name];
    }

    private static string[] Found(string name, string nothing, string fix, List<Problem> problems, IEnumerable<string> files)
    {
        string[] found = [.. files.Order(StringComparer.Ordinal)];
        if (found.Length == 0)
        {
            problems.Add(new Problem(nothing, name, Fix: fix));
        }

        return found;
    }

    /// <summary>Below the folder that stands before the first part with a star.</summary>
    private static IEnumerable<string> Matching(string pattern)
    {
        var star = pattern.IndexOf('*', StringComparison.Ordinal);
        var end = pattern.AsSpan(0, star).LastIndexOfAny(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar) + 1;
        var folder = pattern[..end];
        var root = folder.Length > 0 ? folder : ".";
        return Directory.Exists(root)
            ? new Matcher(StringComparison.Ordinal).AddInclude(pattern[end..]).GetResultsInFullPath(root)
                .Select(file => Path.Combine(folder, Path.GetRelativePath(root, file)))
            : [];
    }
}
