using System.Text.Encodings.Web;
using System.Text.Json;
using DrInfra.Drctl.Commands;
using DrInfra.Policies.Graph;
using DrInfra.Recovery.Settings.Kit;

namespace DrInfra.Drctl.Export;

/// <summary>A folder per stack, each a root module: all of them or none.</summary>
internal static class ModuleFolder
{
    public const string Main = "main.tf.json";

    /// <summary>Values that a plan can be made with, and nothing else.</summary>
    public const string Placeholders = "placeholders.tfvars.json";

    public const string LeftOutFile = "left-out.json";

    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <exception cref="ProblemsException">A folder cannot be written to; files that were there are as before.</exception>
    public static IReadOnlyList<ExportReport> Write(string folder, IReadOnlyList<ResourceGraph> graphs, CancellationToken cancellationToken)
    {
        var reports = new ExportReport[graphs.Count];
        var files = new List<(string Path, Action<Stream> Content)>();
        for (var i = 0; i < graphs.Count; i++)
        {
            // The module is written first: what it leaves out and what it asks for is known then.
            var (at, graph) = (i, graphs[i]);
            files.Add((Path.Combine(folder, graph.Stack, Main), stream => reports[at] = TerraformExport.Write(graph, stream)));
            files.Add((Path.Combine(folder, graph.Stack, Placeholders), stream =>
                JsonSerializer.Serialize(stream, reports[at].Variables.ToDictionary(variable => variable.Name, variable => variable.Placeholder), Readable)));
            files.Add((Path.Combine(folder, graph.Stack, LeftOutFile), stream => JsonSerializer.Serialize(stream, reports[at].LeftOut, Readable)));
        }

        FilesTogether.Write(folder, files, cancellationToken);
        return reports;
    }
}
