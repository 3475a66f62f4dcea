using DrInfra.Policies.Graph;
using DrInfra.Recovery.Settings.Kit;

namespace DrInfra.Drctl.Commands;

/// <summary>Graph files in a folder: all of them or none.</summary>
internal static class GraphFolder
{
    /// <summary>Writes {stack}.json for each graph and returns the paths.</summary>
    /// <exception cref="ProblemsException">The folder cannot be written; files that were there are as before.</exception>
    public static IReadOnlyList<string> Write(string folder, IReadOnlyList<ResourceGraph> graphs, CancellationToken cancellationToken)
    {
        var files = graphs
            .Select(graph => (Path: Path.Combine(folder, $"{graph.Stack}.json"), Content: (Action<Stream>)(stream => GraphFile.Write(graph, stream))))
            .ToList();
        FilesTogether.Write(folder, files, cancellationToken);
        return [.. files.Select(file => file.Path)];
    }
}
