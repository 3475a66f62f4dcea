using System.Text.Json;

namespace DrInfra.Policies.Graph;

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
                return MarkReader.Text(json.GetString()!, pool);
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

        return MarkReader.Object(MapValue.Of(members), pool);
    }
}
