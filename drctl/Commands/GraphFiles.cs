using DrInfra.Drctl.Reports;
using DrInfra.Policies.Graph;
using DrInfra.Recovery.Settings.Kit;

namespace DrInfra.Drctl.Commands;

/// <summary>Files of stacks as the user names them: exports of real stacks, previews, or what <c>drctl preview</c> wrote.</summary>
internal static class GraphFiles
{
    /// <summary>Reads the wanted graph of each; what is wrong with any of them is added to the problems.</summary>
    public static IReadOnlyList<(ResourceGraph Graph, GraphSource Source)> Read(
        CommandEnvironment environment, IReadOnlyList<string> paths, List<Problem> problems) =>
        [.. ReadStacks(environment, paths, problems).Select(stack => (stack.File.Graph, stack.Source))];

    /// <summary>Reads all that each says; what is wrong with any of them is added to the problems.</summary>
    public static IReadOnlyList<StackInput> ReadStacks(CommandEnvironment environment, IReadOnlyList<string> paths, List<Problem> problems)
    {
        var results = new (StackFile? File, GraphFileException? Fault)[paths.Count];
        Parallel.For(0, paths.Count, i => results[i] = Read(environment, paths[i]));
        var read = new List<StackInput>();
        foreach (var (path, (file, fault)) in paths.Zip(results))
        {
            if (fault is not null)
            {
                problems.Add(new Problem(fault.What, fault.Where, fault.Got, Fix: fault.Cure));
                continue;
            }

            var graph = file!.Graph.Stack.Length > 0 ? file.Graph : file.Before;
            var stack = new StackInput(file, new GraphSource(graph.Project, graph.Stack, Shown(path)));
            if (read.Find(other => other.IsSameStack(stack)) is { } other)
            {
                problems.Add(new Problem(
                    $"stack {graph.Stack} of project {graph.Project} is given twice",
                    path,
                    $"the same stack as {other.Source.Path}",
                    Fix: "give one file per stack; --before and --after take one file each time"));
                continue;
            }

            read.Add(stack);
        }

        return read;
    }

    // A code-scanning service finds a file by its path in the repository only.
    private static string Shown(string path)
    {
        if (path == FileNames.StandardInput)
        {
            return GraphSource.StandardInput;
        }

        var relative = Path.GetRelativePath(Directory.GetCurrentDirectory(), path);
        return Path.IsPathRooted(path) && !Path.IsPathRooted(relative) && !relative.StartsWith("..", StringComparison.Ordinal) ? relative : path;
    }

    private static (StackFile? File, GraphFileException? Fault) Read(CommandEnvironment environment, string path)
    {
        try
        {
            if (path == FileNames.StandardInput)
            {
                using var input = environment.Input();
                return (GraphFile.ReadStack(input, GraphSource.StandardInput), null);
            }

            return (GraphFile.ReadStack(path), null);
        }
        catch (GraphFileException exception)
        {
            return (null, exception);
        }
    }
}

/// <summary>A file of a stack.</summary>
internal sealed record StackInput(StackFile File, GraphSource Source)
{
    public bool IsSameStack(StackInput other) => Source.Project == other.Source.Project && Source.Stack == other.Source.Stack;
}
