using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using DrInfra.Policies.Graph;
using DrInfra.Recovery.Settings.Kit;

namespace DrInfra.Drctl.Projects;

/// <summary>
/// A configuration value as the engine hands it to a program. An encrypted one is a placeholder: only the stack's secrets provider
/// can read it.
/// </summary>
internal static class EngineValue
{
    private static readonly JsonWriterOptions JsonOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Whether this value is encrypted.</summary>
    public static bool IsSecure(YamlValue value) =>
        value is YamlMap { Members: [{ Key: "secure", Value: YamlText text }] } && EngineScalars.Of(text).Kind == ScalarKind.Text;

    /// <summary>Whether this value, or one inside it, is encrypted.</summary>
    public static bool HoldsSecret(YamlValue value) => IsSecure(value) || value switch
    {
        YamlMap map => map.Members.Any(member => HoldsSecret(member.Value)),
        YamlList list => list.Items.Any(HoldsSecret),
        _ => false,
    };

    /// <summary>Scalars as text, lists and objects as JSON.</summary>
    public static string Text(YamlValue value)
    {
        if (value is YamlText scalar)
        {
            return EngineScalars.Of(scalar).Text;
        }

        if (IsSecure(value))
        {
            return SecretValue.Placeholder;
        }

        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, JsonOptions))
        {
            Write(writer, value);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>The value for messages.</summary>
    public static string Shown(YamlValue? value) => value switch
    {
        null => "nothing",
        { } secret when HoldsSecret(secret) => "a secret",
        _ => value.Shown,
    };

    private static void Write(Utf8JsonWriter writer, YamlValue value)
    {
        switch (value)
        {
            case YamlText text:
                Write(writer, EngineScalars.Of(text));
                break;
            case YamlList list:
                writer.WriteStartArray();
                foreach (var item in list.Items)
                {
                    Write(writer, item);
                }

                writer.WriteEndArray();
                break;
            case var secret when IsSecure(secret):
                writer.WriteStringValue(SecretValue.Placeholder);
                break;
            case YamlMap map:
                writer.WriteStartObject();
                foreach (var member in map.Members)
                {
                    writer.WritePropertyName(member.Key);
                    Write(writer, member.Value);
                }

                writer.WriteEndObject();
                break;
        }
    }

    private static void Write(Utf8JsonWriter writer, EngineScalar scalar)
    {
        switch (scalar.Kind)
        {
            case ScalarKind.Null:
                writer.WriteNullValue();
                break;
            case ScalarKind.Text:
                writer.WriteStringValue(scalar.Text);
                break;
            default:
                writer.WriteRawValue(scalar.Text);
                break;
        }
    }
}
