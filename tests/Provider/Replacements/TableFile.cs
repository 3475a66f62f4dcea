using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using DrInfra.Drctl.Diff;
using DrInfra.Drctl.Export;

namespace DrInfra.Tests.Provider.Replacements;

/// <summary>drctl/Diff/replacements.json, a type a line.</summary>
internal static class TableFile
{
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    private static string Path => System.IO.Path.Combine(Repository.Root, "drctl/Diff/replacements.json");

    /// <summary>Writes what was planned; what was reviewed stays.</summary>
    public static void Write(IEnumerable<KeyValuePair<string, TypeReplacements>> planned)
    {
        var reviewed = JsonNode.Parse(File.ReadAllText(Path))!["reviewed"]!.AsArray();
        File.WriteAllText(
            Path,
            $$"""
            {"provider":"{{TerraformMap.Shipped.Provider}}","version":"{{TerraformMap.Shipped.Version}}","planned":{
            {{string.Join(",\n", planned.Select(type => $"  \"{type.Key}\": {JsonSerializer.Serialize(type.Value, Relaxed)}"))}}
            },"reviewed":[
            {{string.Join(",\n", reviewed.Select(entry => $"  {entry!.ToJsonString(Relaxed)}"))}}
            ]}

            """.ReplaceLineEndings("\n"));
    }
}
