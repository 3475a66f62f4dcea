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
