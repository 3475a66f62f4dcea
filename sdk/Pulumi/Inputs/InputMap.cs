using System.Collections;
using System.Collections.Immutable;

namespace Pulumi;

/// <summary>
/// A map of inputs that is an input itself. A key may be given twice only with equal values. Enumerable only asynchronously;
/// the synchronous enumerator exists for collection initialisers.
/// </summary>
public sealed class InputMap<TValue>
    : Input<ImmutableDictionary<string, TValue>>, IEnumerable, IAsyncEnumerable<Input<KeyValuePair<string, TValue>>>, IInputMap
{
    // Each part is one entry, or without a key a whole map: an Output<ImmutableDictionary<string, TValue>>.
    private List<(string? Key, object Part)>? _parts;

    public InputMap() : base(ImmutableDictionary<string, TValue>.Empty)
    {
    }

    KeyValuePair<string, IInput>[]? IInputMap.DistinctEntries
    {
        get
        {
            var parts = _parts ?? [];
            var seen = new HashSet<string>(parts.Count);
            var entries = new KeyValuePair<string, IInput>[parts.Count];
            for (var i = 0; i < entries.Length; i++)
            {
                if (parts[i].Key is not { } key || !seen.Add(key))
                {
                    return null;
                }

                entries[i] = new KeyValuePair<string, IInput>(key, (IInput)parts[i].Part);
            }

            return entries;
        }
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

    public static implicit operator InputMap<TValue>(Output<ImmutableDictionary<string, TValue>> values) =>
        new() { _parts = [(null, values)] };

    /// <summary>A new map with the entries of both; the second wins where both have a key.</summary>
    public static InputMap<TValue> Merge(InputMap<TValue> first, InputMap<TValue> second) =>
        Output.Tuple(first.AsOutput(), second.AsOutput()).Apply(both => both.Item1.SetItems(both.Item2));

    /// <inheritdoc cref="this[string]"/>
    public void Add(string key, Input<TValue> value) => (_parts ??= []).Add((key, value ?? default(TValue)!));

    public void Add(InputMap<TValue> values) => AddRange(values);

    /// <inheritdoc cref="this[string]"/>
    public void AddRange(InputMap<TValue> values)
    {
        if (values._parts is { Count: > 0 } added)
        {
            (_parts ??= []).AddRange([.. added]);
        }
    }

    public async IAsyncEnumerator<Input<KeyValuePair<string, TValue>>> GetAsyncEnumerator(CancellationToken cancellationToken)
    {
        var entries = await AsOutput().GetValueAsync(ImmutableDictionary<string, TValue>.Empty).ConfigureAwait(false);
        foreach (var entry in entries)
        {
            yield return entry;
        }
    }

    IEnumerator IEnumerable.GetEnumerator() =>
        throw new NotSupportedException(
            "An InputMap cannot be enumerated synchronously: its entries may not be known yet. Use 'await foreach'.");

    internal override Output<ImmutableDictionary<string, TValue>> AsOutput()
    {
        (string? Key, object Part)[] parts = [.. _parts ?? []];
        if (parts is [(null, Output<ImmutableDictionary<string, TValue>> only)])
        {
            return only;
        }

        return Output.Join(
            Array.ConvertAll(parts, part => part.Part as IOutput ?? ((IInput)part.Part).ToUntypedOutput()),
            values =>
            {
                var result = ImmutableDictionary.CreateBuilder<string, TValue>();
                for (var i = 0; i < parts.Length; i++)
                {
                    if (parts[i].Key is { } key)
                    {
                        Put(result, key, (TValue)values[i].Value!);
                        continue;
                    }

                    foreach (var (name, value) in (ImmutableDictionary<string, TValue>?)values[i].Value ?? [])
                    {
                        Put(result, name, value);
                    }
                }

                return result.ToImmutable();
            });
    }

    // Whether it can be merged shows only when it is tried, so the output is asked.
    internal override bool TryGetValue(out ImmutableDictionary<string, TValue> value)
    {
        value = ImmutableDictionary<string, TValue>.Empty;
        return _parts is null;
    }

    private static void Put(ImmutableDictionary<string, TValue>.Builder result, string key, TValue value)
    {
        if (!result.TryGetValue(key, out var existing))
        {
            result.Add(key, value);
        }
        else if (!EqualityComparer<TValue>.Default.Equals(existing, value))
        {
            throw new ArgumentException($"Key '{key}' already exists in the map with a different value.");
        }
    }
}
