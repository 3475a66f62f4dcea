using System.Text.Encodings.Web;
using System.Text.Json;
using DrInfra.Drctl.Diff;
using DrInfra.Policies.Model;

namespace DrInfra.Drctl.Rendering;

/// <summary>
/// The difference between two previews for programs. The same bytes for the same difference; secrets are hidden, as in graph
/// files.
/// </summary>
public static class DiffJson
{
    private static readonly JsonWriterOptions Indented = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Write(Stream stream, StackDiff diff, int unchanged)
    {
        using var writer = new Utf8JsonWriter(stream, Indented);
        writer.WriteStartObject();
        writer.WriteNumber("version", 1);
        writer.WriteString("stack", diff.Stack);
        writer.WriteBoolean("emulated", true);
        writer.WriteBoolean("refused", diff.IsRefused);
        writer.WriteStartObject("summary");
        writer.WriteNumber("create", diff.Count(Operation.Create));
        writer.WriteNumber("update", diff.Count(Operation.Update));
        writer.WriteNumber("mayReplace", diff.Count(Operation.MayReplace));
        writer.WriteNumber("delete", diff.Count(Operation.Delete));
        writer.WriteNumber("ignored", diff.Count(Operation.Ignored));
        writer.WriteNumber("unchanged", unchanged);
        writer.WriteEndObject();
        writer.WriteStartArray("changes");
        foreach (var change in diff.Changes)
        {
            WriteChange(writer, change);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteChange(Utf8JsonWriter writer, ResourceChange change)
    {
        writer.WriteStartObject();
        writer.WriteString("urn", change.Urn);
        writer.WriteString("type", change.Type);
        writer.WriteString("name", change.Name);
        writer.WriteString("operation", JsonNamingPolicy.CamelCase.ConvertName(change.Operation.ToString()));
        writer.WriteBoolean("data", change.IsData);
        writer.WriteStartArray("properties");
        foreach (var property in change.Properties)
        {
            writer.WriteStartObject();
            writer.WriteString("path", property.Path.ToString());
            WriteValue(writer, "old", property.Old);
            WriteValue(writer, "new", property.New);
            writer.WriteBoolean("ignored", property.Ignored);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("options");
        foreach (var option in change.Options)
        {
            writer.WriteStartObject();
            writer.WriteString("name", option.Name);
            writer.WriteString("old", option.Old);
            writer.WriteString("new", option.New);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("refusals");
        foreach (var refusal in change.Refusals)
        {
            writer.WriteStringValue(refusal);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>An absent value is left out.</summary>
    private static void WriteValue(Utf8JsonWriter writer, string name, PropertyValue? value)
    {
        if (value is not null)
        {
            writer.WritePropertyName(name);
            writer.WriteRawValue(value is SecretValue ? $"\"{SecretValue.Placeholder}\"" : JsonPropertyText.ToJson(value));
        }
    }
}
