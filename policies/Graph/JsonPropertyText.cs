using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace DrInfra.Policies.Graph;

/// <summary>Property values as JSON. Secrets are written as a marked object with a placeholder, unknowns as their mark.</summary>
public static class JsonPropertyText
{
    /// <summary>Beyond this a double no longer holds every whole number.</summary>
    private const double LargestExact = 9007199254740992;

    private const string SecretJson = "\"" + SecretValue.Placeholder + "\"";

    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The value as one line of JSON text.</summary>
    public static string ToJson(PropertyValue value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Compact))
        {
            WriteValue(writer, value);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    internal static void WriteNumber(Utf8JsonWriter writer, double value)
    {
        if (value == Math.Floor(value) && Math.Abs(value) <= LargestExact)
        {
            writer.WriteNumberValue((long)value);
        }
        else
        {
            writer.WriteNumberValue(value);
        }
    }

    internal static void WriteValue(Utf8JsonWriter writer, PropertyValue value)
    {
        switch (value)
        {
            case NullValue:
                writer.WriteNullValue();
                break;
            case BoolValue flag:
                writer.WriteBooleanValue(flag.Value);
                break;
            case NumberValue number:
                WriteNumber(writer, number.Value);
                break;
            case TextValue text:
                writer.WriteStringValue(text.Value);
                break;
            case UnknownValue:
                writer.WriteStringValue(WireMarks.Unknown);
                break;
            case SecretValue:
                writer.WriteStartObject();
                writer.WriteString(WireMarks.Key, WireMarks.Secret);
                writer.WriteString("plaintext", SecretJson);
                writer.WriteEndObject();
                break;
            case ListValue list:
                writer.WriteStartArray();
                foreach (var item in list)
                {
                    WriteValue(writer, item);
                }

                writer.WriteEndArray();
                break;
            case MapValue map:
                WriteMembers(writer, null, map);
                break;
            case MarkedValue marked:
                WriteMembers(writer, WireMarks.Of(marked.Kind), marked.Content);
                break;
            default:
                throw new NotSupportedException($"A {value.GetType().Name} has no form in JSON.");
        }
    }

    private static void WriteMembers(Utf8JsonWriter writer, string? mark, MapValue members)
    {
        writer.WriteStartObject();
        if (mark is not null)
        {
            writer.WriteString(WireMarks.Key, mark);
        }

        foreach (var (key, member) in members)
        {
            writer.WritePropertyName(key);
            WriteValue(writer, member);
        }

        writer.WriteEndObject();
    }
}
