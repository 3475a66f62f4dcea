using System.Text.Json;
using DrInfra.Policies.Graph;

namespace DrInfra.Drctl.Export;

/// <summary>Property values from JSON in a text.</summary>
internal static class JsonValues
{
    public static PropertyValue Parse(string text)
    {
        using var document = JsonDocument.Parse(text);
        return Of(document.RootElement);
    }

    private static PropertyValue Of(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.True => PropertyValue.Of(true),
        JsonValueKind.False => PropertyValue.Of(false),
        JsonValueKind.Number => PropertyValue.Of(element.GetDouble()),
        JsonValueKind.String => PropertyValue.Of(element.GetString()!),
        JsonValueKind.Array => ListValue.Of(element.EnumerateArray().Select(Of)),
        JsonValueKind.Object => MapValue.Of(element.EnumerateObject().Select(member => KeyValuePair.Create(member.Name, Of(member.Value)))),
        _ => PropertyValue.Null,
    };
}
