using System.Text.Json;
using System.Text.Json.Nodes;
using DrInfra.SdkGenerator.Schema;

namespace DrInfra.SdkGenerator.Import;

/// <summary>Opens a schema file of either shape; the shape is told by <c>resources</c>: a list in compact files, else an object.</summary>
internal static class SchemaFile
{
    /// <param name="path">The schema file.</param>
    /// <param name="known">The C# names known already: modules of the file are matched to these by namespace.</param>
    internal static ISchemaSource Open(string path, CSharpNames known)
    {
        JsonNode root = Load(path);
        return root["resources"] switch
        {
            JsonArray => new CompactSource(CompactFile.Read(root)),
            JsonObject when root["name"] is JsonValue => new PackageSource(root.AsObject(), known),
            _ => throw new GeneratorException(
                $"{path} is not a schema: it has neither a list 'resources' (compact schema) nor 'name' and an object 'resources' "
                + "(what `pulumi package get-schema PACKAGE@VERSION` prints)."),
        };
    }

    internal static JsonNode Load(string path)
    {
        try
        {
            using FileStream stream = File.OpenRead(path);
            return JsonNode.Parse(stream) as JsonObject ?? throw new GeneratorException($"{path} is not a JSON object.");
        }
        catch (JsonException e)
        {
            throw new GeneratorException($"{path} is not JSON: {e.Message}", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new GeneratorException($"Cannot read {path}: {e.Message}", e);
        }
    }
}
