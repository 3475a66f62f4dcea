using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace DrInfra.Policies.Graph;

/// <summary>Names and values, ordered by name (ordinal). Two arrays, because a dictionary per node would be most of a large graph.</summary>
public sealed record MapValue : PropertyValue, IReadOnlyCollection<KeyValuePair<string, PropertyValue>>
{
    public static readonly MapValue Empty = new([], []);

    private readonly string[] _keys;
    private readonly PropertyValue[] _values;

    private MapValue(string[] keys, PropertyValue[] values)
    {
        _keys = keys;
        _values = values;
    }

    public int Count => _keys.Length;

    public IReadOnlyList<string> Keys => _keys;

    public IReadOnlyList<PropertyValue> Values => _values;

    public override bool ContainsSecret => Array.Exists(_values, value => value.ContainsSecret);

    public override bool ContainsUnknown => Array.Exists(_values, value => value.ContainsUnknown);

    /// <summary>The value of a key, null where there is none.</summary>
    public PropertyValue? this[string key] => TryGetValue(key, out var value) ? value : null;

    /// <summary>A map of these pairs; of a key given twice the last one counts.</summary>
    public static MapValue Of(IEnumerable<KeyValuePair<string, PropertyValue>> pairs)
    {
        KeyValuePair<string, PropertyValue>[] all = [.. pairs];
        return OfBuffer(all);
    }

    /// <summary>The same, of pairs that nobody needs any more: they are put in order where they stand.</summary>
    internal static MapValue OfBuffer(Span<KeyValuePair<string, PropertyValue>> sorted)
    {
        if (sorted.Length == 0)
        {
            return Empty;
        }

        // Files are written in order, so most maps need no sorting. OrderBy is stable: the last of equals stays the last.
        if (!IsAscending(sorted))
        {
            KeyValuePair<string, PropertyValue>[] ordered = [.. sorted.ToArray().OrderBy(pair => pair.Key, StringComparer.Ordinal)];
            ordered.CopyTo(sorted);
        }

        var count = 0;
        for (var i = 0; i < sorted.Length; i++)
        {
            if (count > 0 && sorted[count - 1].Key == sorted[i].Key)
            {
                sorted[count - 1] = sorted[i];
            }
            else
            {
                sorted[count++] = sorted[i];
            }
        }

        var keys = new string[count];
        var values = new PropertyValue[count];
        for (var i = 0; i < count; i++)
        {
            (keys[i], values[i]) = sorted[i];
        }

        return new MapValue(keys, values);
    }

    public bool TryGetValue(string key, [NotNullWhen(true)] out PropertyValue? value)
    {
        var index = IndexOf(key);
        value = index < 0 ? null : _values[index];
        return index >= 0;
    }

    public bool ContainsKey(string key) => IndexOf(key) >= 0;

    public IEnumerator<KeyValuePair<string, PropertyValue>> GetEnumerator()
    {
        for (var i = 0; i < _keys.Length; i++)
        {
            yield return new(_keys[i], _values[i]);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public bool Equals(MapValue? other) =>
        other is not null && _keys.AsSpan().SequenceEqual(other._keys) && _values.AsSpan().SequenceEqual(other._values);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        for (var i = 0; i < _keys.Length; i++)
        {
            hash.Add(_keys[i], StringComparer.Ordinal);
            hash.Add(_values[i]);
        }

        return hash.ToHashCode();
    }

    private static bool IsAscending(ReadOnlySpan<KeyValuePair<string, PropertyValue>> pairs)
    {
        for (var i = 1; i < pairs.Length; i++)
        {
            if (string.CompareOrdinal(pairs[i - 1].Key, pairs[i].Key) >= 0)
            {
                return false;
            }
        }

        return true;
    }

    // Array.BinarySearch asks a comparer at each step, which is most of the time of a check.
    private int IndexOf(string key)
    {
        var (low, high) = (0, _keys.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var order = string.CompareOrdinal(_keys[middle], key);
            if (order == 0)
            {
                return middle;
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return -1;
    }
}
