using System.Collections;
using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Pulumi;

/// <summary>
/// A list of inputs that is an input itself. Enumerable only asynchronously; the synchronous enumerator exists for collection initialisers.
/// </summary>
public sealed class InputList<T> : Input<ImmutableArray<T>>, IEnumerable, IAsyncEnumerable<Input<T>>, IInputList
{
    // Each part is an Input<T> or an Output<ImmutableArray<T>>.
    private List<object>? _parts;

    public InputList() : base(ImmutableArray<T>.Empty)
    {
    }

    private InputList(object part) : this() => _parts = [part];

    private InputList(IEnumerable<object> parts) : this() => _parts = [.. parts];

    object[] IInputList.Parts => _parts is null ? [] : [.. _parts];

    public static implicit operator InputList<T>(T value) => new((object)(Input<T>)value);
    public static implicit operator InputList<T>(Output<T> value) => new((object)(Input<T>)value);
    public static implicit operator InputList<T>(Input<T> value) => new((object)(value ?? default(T)!));

    public static implicit operator InputList<T>(T[] values) => ImmutableArray.CreateRange(values);
    public static implicit operator InputList<T>(Output<T>[] values) => new(values.Select(value => (Input<T>)value));
    public static implicit operator InputList<T>(Input<T>[] values) => new(values.Select(value => value ?? default(T)!));

    public static implicit operator InputList<T>(List<T> values) => ImmutableArray.CreateRange(values);
    public static implicit operator InputList<T>(List<Output<T>> values) => new(values.Select(value => (Input<T>)value));
    public static implicit operator InputList<T>(List<Input<T>> values) => new(values.Select(value => value ?? default(T)!));

    public static implicit operator InputList<T>(ImmutableArray<T> values) => Output.Create(values);
    public static implicit operator InputList<T>(ImmutableArray<Output<T>> values) => new(values.Select(value => (Input<T>)value));
    public static implicit operator InputList<T>(ImmutableArray<Input<T>> values) => new(values.Select(value => value ?? default(T)!));

    public static implicit operator InputList<T>(Output<T[]> values) => values.Apply(list => ImmutableArray.CreateRange(list));
    public static implicit operator InputList<T>(Output<List<T>> values) => values.Apply(list => ImmutableArray.CreateRange(list));
    public static implicit operator InputList<T>(Output<IEnumerable<T>> values) => values.Apply(list => ImmutableArray.CreateRange(list));
    public static implicit operator InputList<T>(Output<ImmutableArray<T>> values) => new((object)values);

    public void Add(params Input<T>[] inputs)
    {
        _parts ??= [];
        foreach (var input in inputs)
        {
            _parts.Add(input ?? default(T)!);
        }
    }

    public void Add(InputList<T> inputs) => AddRange(inputs);

    public void AddRange(InputList<T> inputs)
    {
        if (inputs._parts is { Count: > 0 } added)
        {
            (_parts ??= []).AddRange([.. added]);
        }
    }

    /// <summary>A new list with the elements of both.</summary>
    public InputList<T> Concat(InputList<T> other)
    {
        var result = new InputList<T>();
        result.AddRange(this);
        result.AddRange(other);
        return result;
    }

    public async IAsyncEnumerator<Input<T>> GetAsyncEnumerator(CancellationToken cancellationToken)
    {
        foreach (var part in ((IInputList)this).Parts)
        {
            if (part is Input<T> element)
            {
                yield return element;
                continue;
            }

            var several = await ((Output<ImmutableArray<T>>)part).GetValueAsync(ImmutableArray<T>.Empty).ConfigureAwait(false);
            foreach (var value in several.IsDefault ? [] : several)
            {
                yield return value;
            }
        }
    }

    IEnumerator IEnumerable.GetEnumerator() =>
        throw new NotSupportedException(
            "An InputList cannot be enumerated synchronously: its elements may not be known yet. Use 'await foreach'.");

    internal override Output<ImmutableArray<T>> AsOutput()
    {
        if (TryGetValue(out var plain))
        {
            return Output.Create(plain);
        }

        if (_parts is [Output<ImmutableArray<T>> only])
        {
            return only;
        }

        var parts = ((IInputList)this).Parts;
        return Output.Join(
            Array.ConvertAll(parts, part => part as IOutput ?? ((IInput)part).ToUntypedOutput()),
            values =>
            {
                var result = ImmutableArray.CreateBuilder<T>(values.Length);
                for (var i = 0; i < parts.Length; i++)
                {
                    if (parts[i] is Input<T>)
                    {
                        result.Add((T)values[i].Value!);
                    }
                    else if ((ImmutableArray<T>)values[i].Value! is { IsDefault: false } several)
                    {
                        result.AddRange(several);
                    }
                }

                return result.ToImmutable();
            });
    }

    internal override bool TryGetValue(out ImmutableArray<T> value)
    {
        value = ImmutableArray<T>.Empty;
        if (_parts is null)
        {
            return true;
        }

        var plain = new T[_parts.Count];
        for (var i = 0; i < plain.Length; i++)
        {
            if (_parts[i] is not Input<T> element || !element.TryGetValue(out plain[i]))
            {
                return false;
            }
        }

        value = ImmutableCollectionsMarshal.AsImmutableArray(plain);
        return true;
    }
}
