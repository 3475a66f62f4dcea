using System.Text;
using System.Text.Json;

namespace DrInfra.Policies.Graph;

/// <summary>What Pulumi's marks mean, wherever the values come from: JSON of a file or messages of the engine.</summary>
internal static class MarkReader
{
    /// <summary>A text, or the unknown value or the hidden secret that a text may stand for.</summary>
    public static PropertyValue Text(TextValue text) =>
        WireMarks.IsUnknown(text.Value) ? PropertyValue.Unknown
        : text.Value == SecretValue.Placeholder ? PropertyValue.Secret(text)
        : text;

    /// <summary>An object: what its mark says it is, or itself where it has none.</summary>
    /// <exception cref="FormatException">A marked object is malformed; the message quotes nothing of it.</exception>
    public static PropertyValue Object(MapValue map, ValuePool pool) => map[WireMarks.Key] is not TextValue mark ? map : mark.Value switch
    {
        WireMarks.Secret => PropertyValue.Secret(ReadSecret(map, pool)),
        WireMarks.Output => ReadOutput(map),
        WireMarks.Resource => new MarkedValue(MarkedKind.Resource, Content(map)),
        WireMarks.Asset => new MarkedValue(MarkedKind.Asset, Content(map)),
        WireMarks.Archive => new MarkedValue(MarkedKind.Archive, Content(map)),
        _ => map,
    };

    private static MapValue Content(MapValue map) => MapValue.Of(map.Where(member => member.Key != WireMarks.Key));

    private static PropertyValue ReadSecret(MapValue map, ValuePool pool)
    {
        if (map["plaintext"] is { } plaintext)
        {
            return plaintext is TextValue text
                ? ReadPlaintext(text.Value, pool)
                : throw new FormatException("A secret's `plaintext` must be a string that contains JSON.");
        }

        return map["value"] ?? (map.ContainsKey("ciphertext")
            ? pool.Value(SecretValue.Placeholder)
            : throw new FormatException("A secret has none of `plaintext`, `ciphertext` and `value`."));
    }

    private static PropertyValue ReadPlaintext(string text, ValuePool pool)
    {
        var json = new JsonCursor(Encoding.UTF8.GetBytes(text), new JsonReaderOptions { MaxDepth = 64 });
        try
        {
            json.Read();
            var value = new JsonPropertyReader(pool).Read(ref json);
            json.Read();
            return value;
        }
        catch (Exception exception) when (exception is JsonException or FormatException or InvalidOperationException)
        {
            // The inner message is left out: it may quote the secret.
            throw new FormatException("A secret's `plaintext` does not contain JSON.");
        }
    }

    private static PropertyValue ReadOutput(MapValue map)
    {
        var value = map["value"] ?? PropertyValue.Unknown;
        return map["secret"] is BoolValue { Value: true } ? PropertyValue.Secret(value) : value;
    }
}
