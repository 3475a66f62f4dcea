using DrInfra.Recovery.Figures;

namespace DrInfra.Recovery.Timeline;

/// <summary>
/// Steps by the two chains that decide when the last is over: the one with the longest typical, and the one with the longest
/// worst case. All others are over before.
/// </summary>
internal static class LongestChains
{
    public static Derivation Of(string label, IReadOnlyList<RecoveryStep> ordered)
    {
        var typical = Chain(ordered, (one, other) => Longer(one.Typical, other.Typical));
        var worst = Chain(ordered, Weaker);
        return typical.SequenceEqual(worst) ? Sum(label, worst) : Derivation.Max(label, Sum("longest typical", typical), Sum("longest at worst", worst));
    }

    private static Derivation Sum(string label, IEnumerable<RecoveryStep> chain) => Derivation.Sum(label, [.. chain.Select(step => step.Duration)]);

    private static List<RecoveryStep> Chain(IReadOnlyList<RecoveryStep> ordered, Func<Figure, Figure, bool> longer)
    {
        var over = new Dictionary<string, (Figure Figure, RecoveryStep Step, string? Before)>();
        foreach (var step in ordered)
        {
            string? last = null;
            foreach (var before in step.After)
            {
                last = last is null || longer(over[before].Figure, over[last].Figure) ? before : last;
            }

            over[step.Id] = (last is null ? step.Duration.Figure : over[last].Figure + step.Duration.Figure, step, last);
        }

        var end = ordered[0].Id;
        foreach (var step in ordered)
        {
            end = longer(over[step.Id].Figure, over[end].Figure) ? step.Id : end;
        }

        var chain = new List<RecoveryStep>();
        for (var at = end; at is not null; at = over[at].Before)
        {
            chain.Add(over[at].Step);
        }

        chain.Reverse();
        return chain;
    }

    private static bool Longer(double? one, double? other) => (one ?? double.PositiveInfinity) > (other ?? double.PositiveInfinity);

    // Unbounded is longest, then unknown, then the longer one; of equally long ones, the one that rests on less.
    private static bool Weaker(Figure one, Figure other) =>
        Rank(one) != Rank(other) ? Rank(one) > Rank(other)
        : one.Worst == other.Worst ? one.Basis > other.Basis
        : one.Worst > other.Worst;

    private static int Rank(Figure figure) => figure.IsUnbounded ? 2 : figure.IsUnknown ? 1 : 0;
}
