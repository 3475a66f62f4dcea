using System.Runtime.InteropServices;
using System.Text.Json;

namespace DrInfra.Policies.Graph;

/// <summary>Property values from JSON: the reverse of <see cref="JsonPropertyText"/>, and what the engine writes besides. For one thread.</summary>
internal sealed class JsonPropertyReader(ValuePool pool)
{
    // Lists and objects within one another share a buffer: each stands on top of what its owners have read so far.
    private readonly List<PropertyValue> _items = [];
    private readonly List<KeyValuePair<string, PropertyValue>> _members = [];

    /// <summary>Reads the value whose first token the reader stands on.</summary>
    /// <exception cref="JsonException">The JSON is malformed.</exception>
    /// <exception cref="FormatException">A value or a marked object in it is malformed; the message quotes nothing of it.</exception>
    public PropertyValue Read(ref JsonCursor json) => json.Type switch
    {
        JsonTokenType.Null => PropertyValue.Null,
        JsonTokenType.True or JsonTokenType.False => PropertyValue.Of(json.Type == JsonTokenType.True),
        JsonTokenType.Number => json.Token.TryGetDouble(out var number) && double.IsFinite(number)
            ? PropertyValue.Of(number)
            : throw new FormatException("A number is too large."),
        JsonTokenType.String => MarkReader.Text(pool.Value(in json.Token)),
        JsonTokenType.StartArray => ReadList(ref json),
        _ => ReadObject(ref json),
    };

    private ListValue ReadList(ref JsonCursor json)
    {
        var start = _items.Count;
        while (json.Read() && json.Type != JsonTokenType.EndArray)
        {
            _items.Add(Read(ref json));
        }

        var list = ListValue.Of(CollectionsMarshal.AsSpan(_items)[start..]);
        _items.RemoveRange(start, _items.Count - start);
        return list;
    }

    private PropertyValue ReadObject(ref JsonCursor json)
    {
        var start = _members.Count;
        while (json.Read() && json.Type != JsonTokenType.EndObject)
        {
            var key = pool.Value(in json.Token).Value;
            json.Read();
            _members.Add(new(key, Read(ref json)));
        }

        var map = MapValue.OfBuffer(CollectionsMarshal.AsSpan(_members)[start..]);
        _members.RemoveRange(start, _members.Count - start);
        return MarkReader.Object(map, pool);
    }
}
