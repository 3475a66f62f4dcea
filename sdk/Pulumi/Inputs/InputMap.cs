using System.Collections;
using System.Collections.Immutable;

namespace Pulumi;

/// <summary>
/// A map of inputs that is an input itself. A key may be given twice only entry by entry, and with equal values. Enumerable only
/// asynchronously, and then like <see cref="InputList{T}"/>; the synchronous enumerator exists for collection initialisers.
/// </summary>
public sealed class InputMap<TValue>
    : Input<ImmutableDictionary<string, TValue>>, IEnumerable, IAsyncEnumerable<Input<KeyValuePair<string, TValue>>>, IInputCollection
{
    private static readonly Output<ImmutableDictionary<string, Input<TValue>>> None =
        Output.Create(ImmutableDictionary<string, Input<TValue>>.Empty);

    // The map apart from its values: one that is unknown leaves the keys and the other values known.
    private Output<ImmutableDictionary<string, Input<TValue>>> _entries;

    public InputMap() : this(None)
    {
    }

    private InputMap(Output<ImmutableDictionary<string, Input<TValue>>> entries)
        : base(ImmutableDictionary<string, TValue>.Empty) => _entries = entries;

    IInput IInputCollection.Value => Value;

    // By this name and of this type in the package too, whose serializer reads it like others that need the values apart.
    private Input<ImmutableDictionary<string, Input<TValue>>> Value => _entries;

    /// <exception cref="ArgumentException">When resolved: the key is there with a different value.</exception>
    public Input<TValue> this[string key]
    {
        set => Add(key, value);
    }

    public static implicit operator InputMap<TValue>(Dictionary<string, TValue> values) => values.ToImmutableDictionary();
    public static implicit operator InputMap<TValue>(ImmutableDictionary<string, TValue> values) => Output.Create(values);

    public static implicit operator InputMap<TValue>(Output<Dictionary<string, TValue>> values) =>
        values.Apply(map => ImmutableDictionary.CreateRange(map));

    public static implicit operator InputMap<TValue>(Output<IDictionary<string, TValue>> values) =>
        values.Apply(map => ImmutableDictionary.CreateRange(map));

    // An output can have null for a map that is not there; it stays null.
    public static implicit operator InputMap<TValue>(Output<ImmutableDictionary<string, TValue>> values) =>
        new(values.Apply(map => map?.ToImmutableDictionary(entry => entry.Key, entry => (Input<TValue>)entry.Value)!));

    /// <summary>A new map with the entries of both; the second wins where both have a key.</summary>
    public static InputMap<TValue> Merge(InputMap<TValue> first, InputMap<TValue> second) =>
        new(Output.Tuple(first._entries, second._entries).Apply(both => both.Item1.SetItems(both.Item2)));

    /// <inheritdoc cref="this[string]"/>
    public void Add(string key, Input<TValue> value) => _entries = _entries.Apply(entries => entries.TryGetValue(key, out var existing)
        ? entries.SetItem(key, Same(key, existing, value))
        : entries.Add(key, value));

    /// <inheritdoc cref="AddRange"/>
    public void Add(InputMap<TValue> values) => AddRange(values);

    /// <exception cref="ArgumentException">When resolved: a key is there, other than with this very input.</exception>
    public void AddRange(InputMap<TValue> values) =>
        _entries = Output.Tuple(_entries, values._entries).Apply(both => both.Item1.AddRange(both.Item2));

    public async IAsyncEnumerator<Input<KeyValuePair<string, TValue>>> GetAsyncEnumerator(CancellationToken cancellationToken)
    {
        foreach (var entry in await AsOutput().GetValueAsync(ImmutableDictionary<string, TValue>.Empty).ConfigureAwait(false))
        {
            yield return entry;
        }
    }

    IEnumerator IEnumerable.GetEnumerator() =>
        throw new NotSupportedException(
            "An InputMap cannot be enumerated synchronously: its entries may not be known yet. Use 'await foreach'.");

    internal override Output<ImmutableDictionary<string, TValue>> AsOutput() => _entries.Apply(entries =>
    {
        if (entries is null)
        {
            return null;
        }

        KeyValuePair<string, Input<TValue>>[] all = [.. entries];
        return Output.All(all.Select(entry => entry.Value)).Apply(
            values => all.Zip(values).ToImmutableDictionary(pair => pair.First.Key, pair => pair.Second));
    });

    internal override bool TryGetValue(out ImmutableDictionary<string, TValue> value)
    {
        value = ImmutableDictionary<string, TValue>.Empty;
        return false;
    }

    private static Output<TValue> Same(string key, Input<TValue> existing, Input<TValue> value) =>
        Output.Tuple(existing, value).Apply(both => EqualityComparer<TValue>.Default.Equals(both.Item1, both.Item2)
            ? both.Item1
            : throw new ArgumentException($"Key '{key}' already exists in the map with a different value."));
}
