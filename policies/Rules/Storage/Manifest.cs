using System.Text;
using System.Text.Json;
using DrInfra.Policies.Model;
using DrInfra.Policies.Reading;

namespace DrInfra.Policies.Rules.Storage;

/// <summary>The parameter that holds a workload's recovery manifest, read as it stands.</summary>
internal static class Manifest
{
    public const string ParameterType = "aws:ssm/parameter:Parameter";

    /// <summary>Named <c>/dr/{pair}/{workload}</c>.</summary>
    public static bool IsManifest(Node node) =>
        node["name"].Text is { } name && name.StartsWith("/dr/", StringComparison.Ordinal) && name.Count(letter => letter == '/') == 3;

    /// <summary>The JSON object in it; null where it is none or not known yet.</summary>
    public static Prop? Read(Node node)
    {
        var value = node["insecureValue"].IsAbsent ? node["value"] : node["insecureValue"];
        if (value.Text is not { } json)
        {
            return null;
        }

        try
        {
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
            reader.Read();
            var content = JsonPropertyReader.Read(ref reader, new ValuePool());
            return content is MapValue && !reader.Read() ? Prop.Root(content, value.Path) : null;
        }
        catch (Exception exception) when (exception is JsonException or FormatException)
        {
            return null;
        }
    }
}
