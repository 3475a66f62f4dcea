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
    private static readonly Output<ImmutableDictionary<string, TValue>> Empty = Output.Create(ImmutableDictionary<string, TValue>.Empty);

    // Two views of the same, as in InputList: an unknown value leaves the keys and the other values known, and makes the whole unknown.
    private Output<ImmutableDictionary<string, Input<TValue>>>? _entries;
    private Output<ImmutableDictionary<string, TValue>>? _whole;

    public InputMap() : this(Empty)
    {
    }

    private InputMap(Output<ImmutableDictionary<string, TValue>> whole) : base(ImmutableDictionary<string, TValue>.Empty) => _whole = whole;

    private InputMap(Output<ImmutableDictionary<string, Input<TValue>>> entries)
        : base(ImmutableDictionary<string, TValue>.Empty) => _entries = entries;

    IOutput IInputCollection.Content => (IOutput?)_entries ?? _whole!;

    // By this name and of this type in the package too, whose serializer reads it like others that need the values apart.
    private Input<ImmutableDictionary<string, Input<TValue>>> Value => Entries;

    // An output can have null for a map that is not there; it stays null.
    private Output<ImmutableDictionary<string, Input<TValue>>> Entries
    {
        get => _entries ??= _whole!.Apply(map => map?.ToImmutableDictionary(entry => entry.Key, entry => (Input<TValue>)entry.Value)!);
        set => (_entries, _whole) = (value, null);
    }

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

    public static implicit operator InputMap<TValue>(Output<ImmutableDictionary<string, TValue>> values) => new(values);

    /// <summary>A new map with the entries of both; the second wins where both have a key.</summary>
    public static InputMap<TValue> Merge(InputMap<TValue> first, InputMap<TValue> second) =>
        new(Output.Tuple(first.Entries, second.Entries).Apply(both => both.Item1.SetItems(both.Item2)));

    /// <inheritdoc cref="this[string]"/>
    public void Add(string key, Input<TValue> value) => Entries = Entries.Apply(entries => entries.TryGetValue(key, out var existing)
        ? entries.SetItem(key, Same(key, existing, value))
        : entries.Add(key, value));

    /// <inheritdoc cref="AddRange"/>
    public void Add(InputMap<TValue> values) => AddRange(values);

    /// <exception cref="ArgumentException">When resolved: a key is there, other than with this very input.</exception>
    public void AddRange(InputMap<TValue> values) =>
        Entries = Output.Tuple(Entries, values.Entries).Apply(both => both.Item1.AddRange(both.Item2));

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

    internal override Output<ImmutableDictionary<string, TValue>> AsOutput() => _whole ??= Entries.Apply(entries =>
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
