using DrInfra.Policies.Graph;
using DrInfra.Recovery.Timeline;

namespace DrInfra.Drctl.Diff;

/// <summary>Searches some stacks for the operations that make objectives worse, by doing a part of them and judging what is there then.</summary>
/// <param name="partial">The stacks with a part of the operations done.</param>
/// <param name="worse">The objectives that get worse.</param>
/// <param name="judge">What every workload gets by graphs.</param>
/// <param name="budget">How much may be judged.</param>
internal sealed class BreakingSearch(
    PartialChange partial, IReadOnlyList<ObjectiveDelta> worse, Func<IReadOnlyList<ResourceGraph>, IReadOnlyList<Outcome>> judge, TrialBudget budget)
{
    // By what was done: the objectives that are as bad then.
    private readonly Dictionary<string, HashSet<ObjectiveDelta>> _tried = new(StringComparer.Ordinal);

    private bool _cutShort;

    /// <summary>
    /// The operations, in the order of the changes; none where the search was cut short; null where these stacks do not show the objective worse.
    /// </summary>
    public IReadOnlyList<ResourceChange>? Of(ObjectiveDelta delta)
    {
        var all = partial.Candidates;
        _cutShort = false;
        if (all.Count == 0 || !Worsens(all, delta) || Worsens([], delta))
        {
            return _cutShort ? [] : null;
        }

        // A search that was cut short has not shown that it is these and no other.
        var causes = Causes(all, delta);
        return _cutShort ? [] : [.. causes.Order().Select(index => partial.Changes[index])];
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
        if (_cutShort || (grown && Worsens(taken, delta)))
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
            var graphs = partial.Applied(set);
            if (!budget.Takes(graphs))
            {
                _cutShort = true;
                return false;
            }

            var outcomes = judge(graphs);
            bad = new(worse.Where(one => outcomes.FirstOrDefault(one.IsSame) is { } outcome && one.IsAsBad(outcome)), ReferenceEqualityComparer.Instance);
            _tried.Add(key, bad);
        }

        return bad.Contains(delta);
    }

    private static (IReadOnlyList<int> First, IReadOnlyList<int> Second) Halves(IReadOnlyList<int> set) =>
        ([.. set.Take(set.Count / 2)], [.. set.Skip(set.Count / 2)]);
}
