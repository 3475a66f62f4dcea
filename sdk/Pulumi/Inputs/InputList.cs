using System.Collections;
using System.Collections.Immutable;

namespace Pulumi;

/// <summary>
/// A list of inputs that is an input itself. Enumerable only asynchronously, and then without what is secret or unknown about an
/// element: it gives plain values, and none at all once one is unknown. The synchronous enumerator exists for collection initialisers.
/// </summary>
public sealed class InputList<T> : Input<ImmutableArray<T>>, IEnumerable, IAsyncEnumerable<Input<T>>, IInputCollection
{
    private static readonly Output<ImmutableArray<T>> Empty = Output.Create(ImmutableArray<T>.Empty);

    // Two views of the same, each made from the other when first looked at: an unknown element leaves the rest of the elements known,
    // and makes the whole unknown. Most lists are made whole, of plain values, and never taken apart.
    private Output<ImmutableArray<Input<T>>>? _elements;
    private Output<ImmutableArray<T>>? _whole;

    public InputList() : this(Empty)
    {
    }

    private InputList(Output<ImmutableArray<T>> whole) : base([]) => _whole = whole;

    private InputList(Output<ImmutableArray<Input<T>>> elements) : base([]) => _elements = elements;

    IOutput IInputCollection.Content => (IOutput?)_elements ?? _whole!;

    // By this name and of this type in the package too, whose serializer reads it like others that need the elements apart.
    private Input<ImmutableArray<Input<T>>> Value => Elements;

    private Output<ImmutableArray<Input<T>>> Elements
    {
        get => _elements ??= _whole!.Apply(list => list.IsDefault ? [] : ImmutableArray.CreateRange(list, value => (Input<T>)value));
        set => (_elements, _whole) = (value, null);
    }

    public static implicit operator InputList<T>(T value) => ImmutableArray.Create(value);
    public static implicit operator InputList<T>(Output<T> value) => Of([value]);
    public static implicit operator InputList<T>(Input<T> value) => Of([value]);

    public static implicit operator InputList<T>(T[] values) => ImmutableArray.CreateRange(values);
    public static implicit operator InputList<T>(Output<T>[] values) => Of([.. values]);
    public static implicit operator InputList<T>(Input<T>[] values) => Of([.. values]);

    public static implicit operator InputList<T>(List<T> values) => ImmutableArray.CreateRange(values);
    public static implicit operator InputList<T>(List<Output<T>> values) => Of([.. values]);
    public static implicit operator InputList<T>(List<Input<T>> values) => Of([.. values]);

    public static implicit operator InputList<T>(ImmutableArray<T> values) => Output.Create(values);
    public static implicit operator InputList<T>(ImmutableArray<Output<T>> values) => Of([.. values]);
    public static implicit operator InputList<T>(ImmutableArray<Input<T>> values) => Of([.. values]);

    public static implicit operator InputList<T>(Output<T[]> values) => values.Apply(list => ImmutableArray.CreateRange(list));
    public static implicit operator InputList<T>(Output<List<T>> values) => values.Apply(list => ImmutableArray.CreateRange(list));
    public static implicit operator InputList<T>(Output<IEnumerable<T>> values) => values.Apply(list => ImmutableArray.CreateRange(list));

    public static implicit operator InputList<T>(Output<ImmutableArray<T>> values) => new(values);

    public void Add(params Input<T>[] inputs)
    {
        ImmutableArray<Input<T>> added = [.. inputs];
        Elements = Elements.Apply(elements => elements.AddRange(added));
    }

    public void Add(InputList<T> inputs) => AddRange(inputs);

    public void AddRange(InputList<T> inputs) => Elements = Joined(Elements, inputs.Elements);

    /// <summary>A new list with the elements of both.</summary>
    public InputList<T> Concat(InputList<T> other) => new(Joined(Elements, other.Elements));

    public async IAsyncEnumerator<Input<T>> GetAsyncEnumerator(CancellationToken cancellationToken)
    {
        foreach (var value in await AsOutput().GetValueAsync([]).ConfigureAwait(false))
        {
            yield return value;
        }
    }

    IEnumerator IEnumerable.GetEnumerator() =>
        throw new NotSupportedException(
            "An InputList cannot be enumerated synchronously: its elements may not be known yet. Use 'await foreach'.");

    internal override Output<ImmutableArray<T>> AsOutput() => _whole ??= Elements.Apply(elements => Output.All(elements));

    internal override bool TryGetValue(out ImmutableArray<T> value)
    {
        value = [];
        return false;
    }

    private static InputList<T> Of(ImmutableArray<Input<T>> elements) => new(Output.Create(elements));

    private static Output<ImmutableArray<Input<T>>> Joined(Output<ImmutableArray<Input<T>>> first, Output<ImmutableArray<Input<T>>> second) =>
        Output.Tuple(first, second).Apply(both => both.Item1.AddRange(both.Item2));
}
