namespace DrInfra.Recovery.Figures;

/// <summary>
/// A duration as three things: what is typical, what is the worst, and what the worst rests on. Seconds; positive infinity is
/// unbounded; null is unknown. Arithmetic keeps all three.
/// </summary>
/// <param name="Typical">Seconds, as documented or measured; infinity where there is no way at all.</param>
/// <param name="Worst">Seconds; infinity where nothing bounds it.</param>
/// <param name="Basis">What <paramref name="Worst"/> rests on.</param>
public readonly record struct Figure(double? Typical, double? Worst, Basis Basis)
{
    /// <summary>Zero, because nothing has to happen.</summary>
    public static readonly Figure Zero = new(0, 0, Basis.None);

    /// <summary>No way: neither typical nor worst case end.</summary>
    public static readonly Figure Never = new(double.PositiveInfinity, double.PositiveInfinity, Basis.Unbounded);

    /// <summary>There is nothing that a figure could be of.</summary>
    public static readonly Figure None = new(null, null, Basis.None);

    /// <summary>A property decides that is not known before the deployment.</summary>
    public static readonly Figure Unknown = new(null, null, Basis.Unknown);

    /// <summary>Exactly so long, on this basis; without end, nothing can be the basis.</summary>
    public static Figure Exactly(double seconds, Basis basis) => double.IsPositiveInfinity(seconds) ? Never : new(seconds, seconds, basis);

    /// <summary>Typically so long, and nothing bounds it.</summary>
    public static Figure Typically(double seconds) => new(seconds, double.PositiveInfinity, Basis.Unbounded);

    public bool IsUnknown => Worst is null;

    public bool IsUnbounded => Worst is double.PositiveInfinity;

    /// <summary>One after the other.</summary>
    public static Figure operator +(Figure first, Figure second) => Combine(first, second, (a, b) => a + b);

    /// <summary>So many times.</summary>
    public static Figure operator *(Figure figure, double times) =>
        times == 0 ? Zero : new(figure.Typical * times, figure.Worst * times, figure.Basis);

    /// <summary>
    /// Both must be over: the longer one counts, and the weaker basis of the two. The shorter one is no longer only as long as what it rests
    /// on holds.
    /// </summary>
    public static Figure Max(Figure first, Figure second) => Combine(first, second, Math.Max);

    /// <summary>
    /// Either will do: the shorter one counts. An unknown one cannot make it worse; beside an unbounded one the worst is unknown,
    /// and the typical still is what the other has.
    /// </summary>
    public static Figure Min(Figure first, Figure second)
    {
        var typical = first.Typical is { } a && second.Typical is { } b ? Math.Min(a, b) : first.Typical ?? second.Typical;
        if (first.IsUnknown || second.IsUnknown)
        {
            var known = first.IsUnknown ? second : first;
            return known.IsUnknown || known.IsUnbounded
                ? Unknown with { Typical = typical is double.PositiveInfinity ? null : typical }
                : known with { Typical = typical };
        }

        if (first.Worst == second.Worst)
        {
            return new Figure(typical, first.Worst, (Basis)Math.Min((int)first.Basis, (int)second.Basis));
        }

        return first.Worst < second.Worst ? first with { Typical = typical } : second with { Typical = typical };
    }

    // Unbounded absorbs all, unknown too: what cannot end does not end because something else is unknown.
    private static Figure Combine(Figure first, Figure second, Func<double, double, double> combine)
    {
        if (first.IsUnbounded || second.IsUnbounded)
        {
            var known = !first.IsUnknown && !second.IsUnknown;
            return known ? Typically(combine(first.Typical!.Value, second.Typical!.Value)) : Never;
        }

        if (first.IsUnknown || second.IsUnknown)
        {
            return Unknown;
        }

        return new Figure(
            combine(first.Typical!.Value, second.Typical!.Value), combine(first.Worst!.Value, second.Worst!.Value),
            (Basis)Math.Max((int)first.Basis, (int)second.Basis));
    }
}
