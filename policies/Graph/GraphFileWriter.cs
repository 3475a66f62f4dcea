using System.Text.Encodings.Web;
using System.Text.Json;

namespace DrInfra.Policies.Graph;

internal static class GraphFileWriter
{
    private const int FlushAbove = 64 * 1024;

    /// <summary>SHA-256 of the version "drctl": the engine compares the two when it checks a snapshot.</summary>
    private const string Magic = "fcb222e94a5b4962a1d20e4aac48876d8ec98fd9fd8e81e659f0e3b8678681ab";

    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        // The file is read by people too, and is no part of a web page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Write(ResourceGraph graph, Stream stream)
    {
        using (var writer = new Utf8JsonWriter(stream, Options))
        {
            writer.WriteStartObject();
            writer.WriteNumber("version", 3);
            writer.WriteStartObject("deployment");
            writer.WriteStartObject("manifest");
            writer.WriteString("magic", Magic);
            writer.WriteString("version", "drctl");
            writer.WriteEndObject();
            writer.WriteStartObject("metadata");
            if (graph.Emulated)
            {
                writer.WriteBoolean("emulated", true);
            }

            WriteTexts(writer, "emulatedIdentities", graph.EmulatedIdentities);
            if (graph.SecretsProvider is { } key)
            {
                writer.WriteString("secretsProvider", key);
            }

            if (graph.Backend is { } backend)
            {
                writer.WriteString("backend", backend);
            }

            writer.WriteEndObject();
            writer.WriteStartArray("resources");
            foreach (var resource in graph.Resources)
            {
                WriteResource(writer, resource);
                if (writer.BytesPending > FlushAbove)
                {
                    writer.Flush();
                }
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
    }

    private static void WriteResource(Utf8JsonWriter writer, GraphResource resource)
    {
        writer.WriteStartObject();
        writer.WriteString("urn", resource.Urn);
        writer.WriteBoolean("custom", resource.Custom);
        writer.WriteString("type", resource.Type);
        WriteFlag(writer, "external", resource.External);
        WriteText(writer, "id", resource.Id);
        WriteText(writer, "parent", resource.Parent);
        WriteText(writer, "provider", resource.Provider);
        WriteMap(writer, "inputs", resource.Inputs);
        WriteMap(writer, "outputs", resource.Outputs);
        WriteTexts(writer, "dependencies", resource.Dependencies);
        if (resource.PropertyDependencies.Count > 0)
        {
            writer.WriteStartObject("propertyDependencies");
            foreach (var (property, urns) in resource.PropertyDependencies)
            {
                WriteTexts(writer, property, urns);
            }

            writer.WriteEndObject();
        }

        WriteFlag(writer, "protect", resource.Protect);
        WriteFlag(writer, "retainOnDelete", resource.RetainOnDelete);
        WriteText(writer, "deletedWith", resource.DeletedWith);
        WriteTexts(writer, "ignoreChanges", resource.IgnoreChanges);
        WriteTexts(writer, "replaceOnChanges", resource.ReplaceOnChanges);
        if (resource.DeleteBeforeReplace is { } deleteBeforeReplace)
        {
            writer.WriteBoolean("deleteBeforeReplace", deleteBeforeReplace);
        }

        WriteTexts(writer, "additionalSecretOutputs", resource.AdditionalSecretOutputs);
        if (resource.CustomTimeouts is { IsEmpty: false } timeouts)
        {
            writer.WriteStartObject("customTimeouts");
            WriteSeconds(writer, "create", timeouts.Create);
            WriteSeconds(writer, "update", timeouts.Update);
            WriteSeconds(writer, "delete", timeouts.Delete);
            writer.WriteEndObject();
        }

        WriteTexts(writer, "aliases", resource.Aliases);
        writer.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }

    private static void WriteFlag(Utf8JsonWriter writer, string name, bool value)
    {
        if (value)
        {
            writer.WriteBoolean(name, true);
        }
    }

    private static void WriteTexts(Utf8JsonWriter writer, string name, IReadOnlyList<string> values)
    {
        if (values.Count == 0)
        {
            return;
        }

        writer.WriteStartArray(name);
        foreach (var value in values)
        {
            writer.WriteStringValue(value);
        }

        writer.WriteEndArray();
    }

    private static void WriteSeconds(Utf8JsonWriter writer, string name, double? seconds)
    {
        if (seconds is { } value)
        {
            writer.WritePropertyName(name);
            JsonPropertyText.WriteNumber(writer, value);
        }
    }

    private static void WriteMap(Utf8JsonWriter writer, string name, MapValue map)
    {
        if (map.Count > 0)
        {
            writer.WritePropertyName(name);
            JsonPropertyText.WriteValue(writer, map);
        }
    }
}
