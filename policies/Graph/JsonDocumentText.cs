using System.Text;
using System.Text.Json;

namespace DrInfra.Policies.Graph;

/// <summary>Reads JSON that a property holds as text: policies, filters, the bodies of dashboards.</summary>
internal static class JsonDocumentText
{
    /// <summary>The document; null where the text is no JSON, or something follows it.</summary>
    public static Prop? Parse(string text, string name)
    {
        try
        {
            var reader = new JsonCursor(Encoding.UTF8.GetBytes(text), default);
            reader.Read();
            var value = new JsonPropertyReader(new ValuePool()).Read(ref reader);
            return reader.Read() ? null : Prop.Root(value, name);
        }
        catch (Exception exception) when (exception is JsonException or FormatException or InvalidOperationException)
        {
            return null;
        }
    }
}
