using System.Text.Json;
using DrInfra.Drctl.Export;
using DrInfra.Policies.Graph;

namespace DrInfra.Tests.Drctl.Export;

/// <summary>A small graph, exported and read again.</summary>
internal sealed class ExportedModule
{
    private readonly JsonElement _root;

    private ExportedModule(ExportReport report, string text)
    {
        Report = report;
        Text = text;
        _root = JsonDocument.Parse(text).RootElement;
    }

    public ExportReport Report { get; }

    public string Text { get; }

    public static ExportedModule Of(params GraphResource[] resources)
    {
        using var stream = new MemoryStream();
        var report = TerraformExport.Write(TestResource.Of(resources), stream);
        return new ExportedModule(report, System.Text.Encoding.UTF8.GetString(stream.ToArray()));
    }

    /// <summary>The JSON at a path such as <c>resource.aws_kms_key.main</c>, on one line; null where there is nothing.</summary>
    public string? At(string path)
    {
        var element = _root;
        foreach (var step in path.Split('.'))
        {
            if (!element.TryGetProperty(step, out element))
            {
                return null;
            }
        }

        return JsonSerializer.Serialize(element, Options);
    }

    private static JsonSerializerOptions Options { get; } = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
