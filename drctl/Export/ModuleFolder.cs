using System.Text.Encodings.Web;
using System.Text.Json;
using DrInfra.Policies.Model;

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

    /// <exception cref="UserErrorException">A folder cannot be written to; files that were there are as before.</exception>
    public static IReadOnlyList<ExportReport> Write(string folder, IReadOnlyList<ResourceGraph> graphs)
    {
        var reports = new List<ExportReport>();
        var drafts = new List<(string Draft, string Final)>();
        try
        {
            foreach (var graph in graphs)
            {
                var ofStack = Path.Combine(folder, graph.Stack);
                Directory.CreateDirectory(ofStack);
                ExportReport report = null!;
                Draft(ofStack, Main, drafts, stream => report = TerraformExport.Write(graph, stream));
                Draft(ofStack, Placeholders, drafts, stream => JsonSerializer.Serialize(stream, report.Variables.ToDictionary(variable => variable.Name, variable => variable.Placeholder), Readable));
                Draft(ofStack, LeftOutFile, drafts, stream => JsonSerializer.Serialize(stream, report.LeftOut, Readable));
                reports.Add(report);
            }

            foreach (var (draft, final) in drafts)
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
            foreach (var (draft, _) in drafts.Where(file => File.Exists(file.Draft)))
            {
                File.Delete(draft);
            }
        }

        return reports;
    }

    private static void Draft(string folder, string name, List<(string Draft, string Final)> drafts, Action<Stream> write)
    {
        var draft = Path.Combine(folder, $".{name}.new");
        drafts.Add((draft, Path.Combine(folder, name)));
        using var stream = File.Create(draft);
        write(stream);
    }
}
