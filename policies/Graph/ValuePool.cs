using System.Text.Json;

namespace DrInfra.Policies.Graph;

/// <summary>
/// Shares equal texts while a graph is built: a large stack repeats the same names, types, URNs and short values tens of
/// thousands of times. Safe to use from several threads. Drop it when the graph is complete.
/// </summary>
public sealed class ValuePool
{
    /// <summary>Longer texts (documents, scripts) are seldom repeated.</summary>
    private const int LongestShared = 200;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, TextValue> _texts = new(StringComparer.Ordinal);
    private readonly Dictionary<MapValue, MapValue> _maps = [];

    public string Text(string value) => Value(value).Value;

    /// <summary>Of a text that is not made yet: it is made where none is shared.</summary>
    internal TextValue Value(ReadOnlySpan<char> value)
    {
        if (value.Length > LongestShared)
        {
            return TextValue.Of(value.ToString());
        }

        lock (_lock)
        {
            var shared = _texts.GetAlternateLookup<ReadOnlySpan<char>>();
            if (!shared.TryGetValue(value, out var text))
            {
                var made = value.ToString();
                text = TextValue.Of(made);
                _texts.Add(made, text);
            }

            return text;
        }
    }

    /// <summary>The text on which the reader stands.</summary>
    /// <exception cref="InvalidOperationException">It is not valid UTF-8, or holds half a surrogate pair.</exception>
    internal TextValue Value(ref readonly Utf8JsonReader json)
    {
        if (json.ValueSpan.Length > LongestShared)
        {
            return TextValue.Of(json.GetString()!);
        }

        // As UTF-16 it has at most as many characters as it has bytes.
        Span<char> text = stackalloc char[LongestShared];
        return Value(text[..json.CopyString(text)]);
    }

    /// <summary>Shares maps of plain texts, such as tags; others come back as they are.</summary>
    public MapValue Map(MapValue map)
    {
        if (map.Values.Any(value => value is not TextValue))
        {
            return map;
        }

        lock (_lock)
        {
            if (!_maps.TryGetValue(map, out var shared))
            {
                shared = map;
                _maps.Add(map, map);
            }

            return shared;
        }
    }

    public TextValue Value(string value)
    {
        if (value.Length > LongestShared)
        {
            return TextValue.Of(value);
        }

        lock (_lock)
        {
            if (!_texts.TryGetValue(value, out var shared))
            {
                shared = TextValue.Of(value);
                _texts.Add(value, shared);
            }

            return shared;
        }
    }
}
