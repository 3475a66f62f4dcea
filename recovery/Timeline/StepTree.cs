using DrInfra.Recovery.Figures;

namespace DrInfra.Recovery.Timeline;

/// <summary>The graph of steps as sums and maxima: what every way passes stands in the sum, once.</summary>
internal sealed class StepTree
{
    private readonly Dictionary<StepNode, Derivation> _side = [];

    // By identity: two equal derivations may stand in two places, and comparing them would walk through both.
    private readonly Dictionary<Derivation, double> _leaves = new(ReferenceEqualityComparer.Instance);

    /// <summary>What happens one after the other from one moment to a later one that cannot come without it.</summary>
    public IReadOnlyList<Derivation> Between(StepNode from, StepNode to)
    {
        var parts = new List<Derivation>();
        for (var at = to; at != from; at = at.Dominator!)
        {
            if ((at.Before.Count > 1 ? SideBySide(at) : at.Duration) is { } part)
            {
                parts.Add(part);
            }
        }

        parts.Reverse();
        return parts;
    }

    /// <summary>How many leaves the parts have, those that several share counted for each.</summary>
    public double Leaves(IReadOnlyList<Derivation> parts) => parts.Sum(Leaves);

    private double Leaves(Derivation part)
    {
        if (part.Operation == Operation.Leaf)
        {
            return 1;
        }

        if (!_leaves.TryGetValue(part, out var count))
        {
            count = Leaves(part.Parts);
            _leaves.Add(part, count);
        }

        return count;
    }

    private Derivation SideBySide(StepNode join)
    {
        if (!_side.TryGetValue(join, out var longest))
        {
            longest = Longest(join.Dominator!, join.Before);
            _side.Add(join, longest);
        }

        return longest;
    }

    private Derivation Longest(StepNode from, IReadOnlyList<StepNode> ends)
    {
        var branches = ends.GroupBy(end => end.FirstAfter(from)).Select(branch => Branch(from, branch.Key, [.. branch])).ToList();
        return branches.Count == 1 ? branches[0] : Derivation.Max(Name(ends), branches);
    }

    private Derivation Branch(StepNode from, StepNode first, IReadOnlyList<StepNode> ends)
    {
        IReadOnlyList<Derivation> parts = ends.Count == 1 ? Between(from, ends[0]) : [.. Between(from, first), Longest(first, ends)];
        return parts.Count == 1 ? parts[0] : Derivation.Sum(Name(ends), parts);
    }

    private static string Name(IReadOnlyList<StepNode> ends) => string.Join(" and ", ends.Select(end => end.Id));
}
