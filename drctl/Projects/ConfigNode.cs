using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using DrInfra.Policies.Graph;

namespace DrInfra.Drctl.Projects;

/// <summary>A value of a configuration file or option, with the place it came from.</summary>
internal abstract record ConfigNode(string Where)
{
    private static readonly JsonWriterOptions JsonOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Whether this value, or one inside it, is encrypted.</summary>
    public virtual bool HoldsSecret => false;

    /// <summary>The value as the engine hands it to a program: scalars as text, lists and objects as JSON.</summary>
    public virtual string ToText()
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, JsonOptions))
        {
            WriteTo(writer);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    public abstract void WriteTo(Utf8JsonWriter writer);
}

internal enum ScalarKind
{
    Null,
    Boolean,
    Integer,
    Number,
    Text,
}

/// <summary>A single value. Its text is <c>true</c> or <c>false</c> for Boolean, and for numbers as written where JSON takes it so.</summary>
internal sealed record ConfigScalar(string Where, ScalarKind Kind, string Text) : ConfigNode(Where)
{
    public override string ToText() => Text;

    public override void WriteTo(Utf8JsonWriter writer)
    {
        switch (Kind)
        {
            case ScalarKind.Null:
                writer.WriteNullValue();
                break;
            case ScalarKind.Text:
                writer.WriteStringValue(Text);
                break;
            default:
                writer.WriteRawValue(Text);
                break;
        }
    }
}

internal sealed record ConfigList(string Where, IReadOnlyList<ConfigNode> Items) : ConfigNode(Where)
{
    public override bool HoldsSecret => Items.Any(item => item.HoldsSecret);

    public override void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartArray();
        foreach (var item in Items)
        {
            item.WriteTo(writer);
        }

        writer.WriteEndArray();
    }
}

internal sealed record ConfigMap(string Where, IReadOnlyList<KeyValuePair<string, ConfigNode>> Members) : ConfigNode(Where)
{
    public override bool HoldsSecret => Members.Any(member => member.Value.HoldsSecret);

    public ConfigNode? this[string key] => Members.FirstOrDefault(member => member.Key == key).Value;

    public override void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        foreach (var (key, value) in Members)
        {
            writer.WritePropertyName(key);
            value.WriteTo(writer);
        }

        writer.WriteEndObject();
    }
}

/// <summary>An encrypted value. Only the stack's secrets provider can read it, so a placeholder stands for it.</summary>
internal sealed record ConfigSecure(string Where) : ConfigNode(Where)
{
    public override bool HoldsSecret => true;

    public override string ToText() => SecretValue.Placeholder;

    public override void WriteTo(Utf8JsonWriter writer) => writer.WriteStringValue(SecretValue.Placeholder);
}
