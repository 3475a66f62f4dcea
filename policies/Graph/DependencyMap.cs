using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace DrInfra.Policies.Graph;

/// <summary>The resources that each input property was made from, ordered by property. A property made from none is left out.</summary>
public sealed class DependencyMap : IReadOnlyDictionary<string, IReadOnlyList<string>>
{
    public static readonly DependencyMap Empty = new([]);

    private readonly KeyValuePair<string, IReadOnlyList<string>>[] _entries;

    private DependencyMap(KeyValuePair<string, IReadOnlyList<string>>[] entries) => _entries = entries;

    public int Count => _entries.Length;

    public IEnumerable<string> Keys => _entries.Select(entry => entry.Key);

    public IEnumerable<IReadOnlyList<string>> Values => _entries.Select(entry => entry.Value);

    /// <summary>The URNs behind a property; none where the property is not listed.</summary>
    public IReadOnlyList<string> this[string key] => TryGetValue(key, out var urns) ? urns : [];

    public static DependencyMap Of(IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> entries)
    {
        // A dictionary keeps the last of two entries for one property, as JSON readers do.
        var last = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var (property, urns) in entries)
        {
            last[property] = urns;
        }

        KeyValuePair<string, IReadOnlyList<string>>[] sorted =
            [.. last.Where(entry => entry.Value.Count > 0).OrderBy(entry => entry.Key, StringComparer.Ordinal)];
        return sorted.Length == 0 ? Empty : new DependencyMap(sorted);
    }

    public bool ContainsKey(string key) => TryGetValue(key, out _);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out IReadOnlyList<string> value)
    {
        foreach (var entry in _entries)
        {
            if (entry.Key == key)
            {
                value = entry.Value;
                return true;
            }
        }

        value = null;
        return false;
    }

    public IEnumerator<KeyValuePair<string, IReadOnlyList<string>>> GetEnumerator() =>
        ((IEnumerable<KeyValuePair<string, IReadOnlyList<string>>>)_entries).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
