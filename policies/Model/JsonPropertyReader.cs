using System.Text;
using System.Text.Json;

namespace DrInfra.Policies.Model;

/// <summary>Property values from JSON: the reverse of <see cref="JsonPropertyText"/>, and what the engine writes besides.</summary>
internal static class JsonPropertyReader
{
    /// <summary>Reads the value whose first token the reader stands on.</summary>
    /// <exception cref="JsonException">The JSON is malformed.</exception>
    /// <exception cref="FormatException">A value or a marked object in it is malformed; the message quotes nothing of it.</exception>
    public static PropertyValue Read(ref Utf8JsonReader json, ValuePool pool)
    {
        switch (json.TokenType)
        {
            case JsonTokenType.Null:
                return PropertyValue.Null;
            case JsonTokenType.True:
            case JsonTokenType.False:
                return PropertyValue.Of(json.TokenType == JsonTokenType.True);
            case JsonTokenType.Number:
                return json.TryGetDouble(out var number) && double.IsFinite(number)
                    ? PropertyValue.Of(number)
                    : throw new FormatException("A number is too large.");
            case JsonTokenType.String:
                var text = json.GetString()!;
                return WireMarks.IsUnknown(text) ? PropertyValue.Unknown : pool.Value(text);
            case JsonTokenType.StartArray:
                var items = new List<PropertyValue>();
                while (json.Read() && json.TokenType != JsonTokenType.EndArray)
                {
                    items.Add(Read(ref json, pool));
                }

                return ListValue.Of(items);
            default:
                return ReadObject(ref json, pool);
        }
    }

    private static PropertyValue ReadObject(ref Utf8JsonReader json, ValuePool pool)
    {
        var members = new List<KeyValuePair<string, PropertyValue>>();
        while (json.Read() && json.TokenType != JsonTokenType.EndObject)
        {
            var key = pool.Text(json.GetString()!);
            json.Read();
            members.Add(new(key, Read(ref json, pool)));
        }

        var map = MapValue.Of(members);
        return map[WireMarks.Key] is TextValue mark ? Marked(mark.Value, map, pool) : map;
    }

    private static PropertyValue Marked(string mark, MapValue map, ValuePool pool) => mark switch
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
            return plaintext is TextValue text ? ReadPlaintext(text.Value, pool) : throw new FormatException("A secret's `plaintext` must be a text that holds JSON.");
        }

        return map["value"] ?? (map.ContainsKey("ciphertext")
            ? pool.Value(SecretValue.Placeholder)
            : throw new FormatException("A secret has none of `plaintext`, `ciphertext` and `value`."));
    }

    private static PropertyValue ReadPlaintext(string text, ValuePool pool)
    {
        var json = new Utf8JsonReader(Encoding.UTF8.GetBytes(text), new JsonReaderOptions { MaxDepth = 64 });
        try
        {
            json.Read();
            var value = Read(ref json, pool);
            json.Read();
            return value;
        }
        catch (Exception exception) when (exception is JsonException or FormatException or InvalidOperationException)
        {
            // The inner message is left out: it may quote the secret.
            throw new FormatException("A secret's `plaintext` does not hold JSON.");
        }
    }

    private static PropertyValue ReadOutput(MapValue map)
    {
        var value = map["value"] ?? PropertyValue.Unknown;
        return map["secret"] is BoolValue { Value: true } ? PropertyValue.Secret(value) : value;
    }
}
