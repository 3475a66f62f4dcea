using DrInfra.Policies.Model;

namespace DrInfra.Drctl.Commands;

/// <summary>Graph files in a folder: all of them or none.</summary>
internal static class GraphFolder
{
    /// <summary>Writes {stack}.json for each graph and returns the paths.</summary>
    /// <exception cref="UserErrorException">The folder cannot be written; files that were there are as before.</exception>
    public static IReadOnlyList<string> Write(string folder, IReadOnlyList<ResourceGraph> graphs)
    {
        var files = graphs
            .Select(graph => (
                Graph: graph,
                Final: Path.Combine(folder, $"{graph.Stack}.json"),
                Draft: Path.Combine(folder, $".{graph.Stack}.json.new")))
            .ToList();
        try
        {
            Directory.CreateDirectory(folder);
            foreach (var (graph, _, draft) in files)
            {
                using var stream = File.Create(draft);
                GraphFile.Write(graph, stream);
            }

            foreach (var (_, final, draft) in files)
            {
                File.Move(draft, final, overwrite: true);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException(
                new UserProblem($"the files cannot be written: {exception.Message}", $"--out {folder}", Cure: "name a folder that can be written to"),
                exception);
        }
        finally
        {
            foreach (var (_, _, draft) in files.Where(file => File.Exists(file.Draft)))
            {
                File.Delete(draft);
            }
        }

        return [.. files.Select(file => file.Final)];
    }
}
