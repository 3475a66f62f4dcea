using DrInfra.Drctl.Reports;
using DrInfra.Policies.Model;

namespace DrInfra.Drctl.Commands;

/// <summary>Graph files as the user names them: exports of real stacks, or what <c>drctl preview</c> wrote.</summary>
internal static class GraphFiles
{
    /// <summary>Reads them all; what is wrong with any of them is added to the problems.</summary>
    public static IReadOnlyList<(ResourceGraph Graph, GraphSource Source)> Read(IReadOnlyList<string> paths, List<UserProblem> problems)
    {
        var results = new (ResourceGraph? Graph, GraphFileException? Fault)[paths.Count];
        Parallel.For(0, paths.Count, i => results[i] = Read(paths[i]));
        var read = new List<(ResourceGraph Graph, GraphSource Source)>();
        foreach (var (path, (graph, fault)) in paths.Zip(results))
        {
            if (fault is not null)
            {
                problems.Add(new UserProblem(fault.What, fault.Where, fault.Got, Cure: fault.Cure));
                continue;
            }

            var source = new GraphSource(graph!.Project, graph.Stack, path);
            if (read.Find(other => other.Source.Project == source.Project && other.Source.Stack == source.Stack).Source is { } other)
            {
                problems.Add(new UserProblem(
                    $"stack {graph.Stack} of project {graph.Project} is given twice", path, $"the same stack as {other.Path}", Cure: "give one file per stack"));
                continue;
            }

            read.Add((graph, source));
        }

        return read;
    }

    private static (ResourceGraph? Graph, GraphFileException? Fault) Read(string path)
    {
        try
        {
            return (GraphFile.Read(path), null);
        }
        catch (GraphFileException exception)
        {
            return (null, exception);
        }
    }
}
