using DrInfra.Policies.Graph;
using DrInfra.Recovery.Timeline;

namespace DrInfra.Drctl.Diff;

/// <summary>
/// Finds the operations that make an objective worse: the smallest sets of them that do so when they are applied to the stacks before, alone.
/// What only happens at the same time is in none of them.
/// </summary>
/// <param name="stacks">The stacks, each with what is done to it.</param>
/// <param name="worse">The objectives that get worse.</param>
/// <param name="judge">What every workload gets by graphs.</param>
internal sealed class BreakingChanges(
    IReadOnlyList<StackComparison> stacks, IReadOnlyList<ObjectiveDelta> worse, Func<IReadOnlyList<ResourceGraph>, IReadOnlyList<Outcome>> judge)
{
    /// <summary>Each judges the stacks anew. Halving needs some ten for a change of a hundred operations; beyond, nothing is named.</summary>
    private const int MostTrials = 250;

    // By what was done: the objectives that are as bad then.
    private readonly Dictionary<string, HashSet<ObjectiveDelta>> _tried = new(StringComparer.Ordinal);

    private readonly PartialChange _partial = new(stacks);

    /// <summary>The operations that make one objective worse, in the order of the changes; none where it cannot be told.</summary>
    public IReadOnlyList<ResourceChange> Of(ObjectiveDelta delta)
    {
        var all = _partial.Candidates;
        return all.Count == 0 || !Worsens(all, delta) || Worsens([], delta) ? [] : [.. Causes(all, delta).Order().Select(index => _partial.Changes[index])];
    }

    // The set makes it worse. Where neither half does alone, it takes operations of both.
    private IReadOnlyList<int> Causes(IReadOnlyList<int> set, ObjectiveDelta delta)
    {
        if (set.Count == 1)
        {
            return set;
        }

        var (first, second) = Halves(set);
        int[] found = [.. Worsens(first, delta) ? Causes(first, delta) : [], .. Worsens(second, delta) ? Causes(second, delta) : []];
        return found.Length > 0 ? found : Together([], set, delta, grown: false);
    }

    // QuickXplain: the operations of a set that, beside those that are taken already, are all needed.
    private IReadOnlyList<int> Together(IReadOnlyList<int> taken, IReadOnlyList<int> set, ObjectiveDelta delta, bool grown)
    {
        if (grown && Worsens(taken, delta))
        {
            return [];
        }

        if (set.Count == 1)
        {
            return set;
        }

        var (first, second) = Halves(set);
        var later = Together([.. taken, .. first], second, delta, grown: true);
        var earlier = Together([.. taken, .. later], first, delta, grown: later.Count > 0);
        return [.. earlier, .. later];
    }

    private bool Worsens(IReadOnlyList<int> set, ObjectiveDelta delta)
    {
        var key = string.Join(',', set.Order());
        if (!_tried.TryGetValue(key, out var bad))
        {
            if (_tried.Count == MostTrials)
            {
                return false;
            }

            var outcomes = judge(_partial.Applied(set));
            bad = new(worse.Where(one => outcomes.FirstOrDefault(one.IsSame) is { } outcome && one.IsAsBad(outcome)), ReferenceEqualityComparer.Instance);
            _tried.Add(key, bad);
        }

        return bad.Contains(delta);
    }

    private static (IReadOnlyList<int> First, IReadOnlyList<int> Second) Halves(IReadOnlyList<int> set) =>
        ([.. set.Take(set.Count / 2)], [.. set.Skip(set.Count / 2)]);
}
