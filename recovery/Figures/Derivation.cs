namespace DrInfra.Recovery.Figures;

/// <summary>How a figure was made of its parts.</summary>
public enum Operation
{
    /// <summary>A figure from a source.</summary>
    Leaf,

    /// <summary>One after the other.</summary>
    Sum,

    /// <summary>The longest of its parts.</summary>
    Max,

    /// <summary>The shortest of its parts.</summary>
    Min,

    /// <summary>The first part, a duration, times the second, a count.</summary>
    Times,

    /// <summary>The first part, an amount in GB, over the second, a rate in GB per second.</summary>
    Over,

    /// <summary>Typical of the first part, worst of the second: the second is what bounds the first, or the way out when it fails.</summary>
    Bounded,
}

/// <summary>Where a leaf's figure comes from.</summary>
public enum SourceKind
{
    /// <summary>A documented figure, by id (<c>FactBook</c>).</summary>
    Fact,

    /// <summary>A property of a resource.</summary>
    Property,

    /// <summary>An entry of recovery.yaml.</summary>
    Assumption,

    /// <summary>Records of drills in recovery.yaml.</summary>
    Evidence,

    /// <summary>The workload's manifest or the operator's objectives.</summary>
    Promise,

    /// <summary>The definition: nothing has to happen, or there is no way.</summary>
    Definition,

    /// <summary>What a resource has wrong, so that nothing happens.</summary>
    Cause,
}

/// <summary>The source of a leaf.</summary>
/// <param name="Reference">Id of the fact or assumption; path of the property; key of the manifest; what is wrong.</param>
/// <param name="Urn">The resource of a property or a cause; null else.</param>
/// <param name="Link">Where it can be read, for a fact.</param>
/// <param name="Property">The path of the property to change, for a cause; null where it is about the whole resource.</param>
public sealed record Source(SourceKind Kind, string Reference, string? Urn = null, string? Link = null, string? Property = null);

/// <summary>
/// A figure with how it came about: a tree that a reader can check by hand. The figure of a node is computed from its parts, so
/// that no printed number can differ from its derivation.
/// </summary>
public sealed record Derivation
{
    private Derivation(string label, Operation operation, Figure figure, string unit, IReadOnlyList<Derivation> parts, IReadOnlyList<Source> sources)
    {
        Label = label;
        Operation = operation;
        Figure = figure;
        Unit = unit;
        Parts = parts;
        Sources = sources;
    }

    /// <summary>What it is, in a few words.</summary>
    public string Label { get; }

    public Operation Operation { get; }

    public Figure Figure { get; }

    /// <summary><c>s</c> for durations; for leaves of products and quotients also <c>x</c>, <c>GB</c>, <c>GB/s</c>.</summary>
    public string Unit { get; }

    public IReadOnlyList<Derivation> Parts { get; }

    /// <summary>Of a leaf: where its figure comes from; two where typical and worst have different ones.</summary>
    public IReadOnlyList<Source> Sources { get; }

    /// <summary>A figure from outside.</summary>
    public static Derivation Leaf(string label, Figure figure, params IReadOnlyList<Source> sources) => new(label, Operation.Leaf, figure, "s", [], sources);

    /// <summary>A count or an amount, for products and quotients.</summary>
    public static Derivation Quantity(string label, double value, string unit, Basis basis, params IReadOnlyList<Source> sources) =>
        new(label, Operation.Leaf, Figure.Exactly(value, basis), unit, [], sources);

    /// <summary>A rate whose typical and worst differ.</summary>
    public static Derivation Quantity(string label, Figure value, string unit, params IReadOnlyList<Source> sources) =>
        new(label, Operation.Leaf, value, unit, [], sources);

    /// <summary>Nothing has to happen.</summary>
    public static Derivation Nothing(string label, string why, params IEnumerable<Source> sources) =>
        Leaf(label, Figure.Zero, [.. sources, new Source(SourceKind.Definition, why)]);

    /// <summary>There is no way.</summary>
    /// <param name="causes">The resources whose change would make it happen.</param>
    public static Derivation Never(string label, string why, params IEnumerable<Source> causes) =>
        Leaf(label, Figure.Never, [.. causes, new Source(SourceKind.Definition, why)]);

    public static Derivation Sum(string label, params IReadOnlyList<Derivation> parts) =>
        Of(label, Operation.Sum, parts, parts.Aggregate(Figure.Zero, (sum, part) => sum + part.Figure));

    public static Derivation Max(string label, params IReadOnlyList<Derivation> parts) =>
        Of(label, Operation.Max, parts, parts.Aggregate(Figure.Zero, (longest, part) => Figure.Max(longest, part.Figure)));

    /// <summary>The shortest; without any part there is no way.</summary>
    public static Derivation Min(string label, params IReadOnlyList<Derivation> parts) =>
        Of(label, Operation.Min, parts, parts.Aggregate(Figure.Never, (shortest, part) => Figure.Min(shortest, part.Figure)));

    public static Derivation Times(string label, Derivation duration, Derivation count) =>
        Of(label, Operation.Times, [duration, count], Product(duration.Figure, count.Figure));

    /// <summary>
    /// An amount over a rate; the slower the rate, the longer: the rate's worst gives the worst. A rate whose worst nothing
    /// bounds can be nought.
    /// </summary>
    public static Derivation Over(string label, Derivation amount, Derivation rate) =>
        Of(label, Operation.Over, [amount, rate], Quotient(amount.Figure, rate.Figure));

    /// <summary>What is usual, and what bounds it. The worst is never below the typical.</summary>
    public static Derivation Bounded(string label, Derivation usual, Derivation bound)
    {
        if (bound.Figure.Worst is not { } worst || usual.Figure.Typical is not { } typical)
        {
            return Of(label, Operation.Bounded, [usual, bound], Figure.Unknown);
        }

        var longest = Math.Max(worst, typical);
        return Of(
            label, Operation.Bounded, [usual, bound], new Figure(typical, longest, double.IsPositiveInfinity(longest) ? Basis.Unbounded : bound.Figure.Basis));
    }

    /// <summary>
    /// From the whole down to the leaf that the worst case is mostly made of: where the parts follow each other or wait for each other
    /// the longest, where any will do the shortest, and what bounds the usual figure.
    /// </summary>
    public IEnumerable<Derivation> LargestParts()
    {
        var part = this;
        while (true)
        {
            yield return part;
            var next = part.Operation switch
            {
                Operation.Sum or Operation.Max => part.Parts.MaxBy(inner => inner.Figure.Worst ?? 0),
                Operation.Min => part.Parts.MinBy(inner => inner.Figure.Worst ?? double.PositiveInfinity),
                Operation.Bounded => part.Parts[1],
                _ => null,
            };
            if (next is null)
            {
                yield break;
            }

            part = next;
        }
    }

    /// <summary>All leaves, in reading order.</summary>
    public IEnumerable<Derivation> Leaves() => Operation == Operation.Leaf ? [this] : Parts.SelectMany(part => part.Leaves());

    private static Derivation Of(string label, Operation operation, IReadOnlyList<Derivation> parts, Figure figure) =>
        new(label, operation, figure, "s", parts, []);

    // Nought of anything is nought, however little the other rests on.
    private static Figure Product(Figure duration, Figure count) =>
        IsNought(duration) ? duration
        : IsNought(count) ? count
        : Combined(duration, count, (a, b) => a == 0 || b == 0 ? 0 : a * b);

    private static Figure Quotient(Figure amount, Figure rate)
    {
        if (IsNought(amount))
        {
            return amount;
        }

        var slowest = rate.IsUnbounded ? new Figure(rate.Typical is double.PositiveInfinity ? 0 : rate.Typical, 0, Basis.Unbounded) : rate;
        return Combined(amount, slowest, (a, b) => a == 0 ? 0 : double.IsPositiveInfinity(a) ? a : a / b);
    }

    private static bool IsNought(Figure figure) => figure is { Typical: 0, Worst: 0 };

    private static Figure Combined(Figure first, Figure second, Func<double, double, double> combine)
    {
        if (first.IsUnknown || second.IsUnknown)
        {
            return Figure.Unknown;
        }

        var worst = combine(first.Worst!.Value, second.Worst!.Value);
        return new Figure(
            combine(first.Typical!.Value, second.Typical!.Value),
            worst,
            double.IsPositiveInfinity(worst) ? Basis.Unbounded : (Basis)Math.Max((int)first.Basis, (int)second.Basis));
    }
}
