using DrInfra.Policies.Graph;
using DrInfra.Recovery.Timeline;

namespace DrInfra.Drctl.Diff;

/// <summary>
/// Finds the operations that make an objective worse: the smallest sets of them that do so when they are applied to the stacks before, alone.
/// What only happens at the same time is in none of them.
/// </summary>
/// <param name="stacks">The stacks, each with what is done to it.</param>
/// <param name="worse">The objectives that get worse.</param>
/// <param name="owners">By URN: the workload of a resource.</param>
/// <param name="judge">What every workload gets by graphs.</param>
internal sealed class BreakingChanges(
    IReadOnlyList<StackComparison> stacks, IReadOnlyList<ObjectiveDelta> worse, WorkloadOwners owners,
    Func<IReadOnlyList<ResourceGraph>, IReadOnlyList<Outcome>> judge)
{
    private readonly Dictionary<string, BreakingSearch> _searches = new(StringComparer.Ordinal);
    private readonly TrialBudget _budget = new();

    /// <summary>The operations that make one objective worse, in the order of the changes; none where it cannot be told.</summary>
    public IReadOnlyList<ResourceChange> Of(ObjectiveDelta delta)
    {
        // A workload is judged faster without the others. Where that does not show what the whole shows, the cause is among the others.
        if (!_searches.TryGetValue(delta.Workload, out var near))
        {
            IReadOnlyList<StackComparison> own = [.. stacks.Select(stack => owners.Only(stack, delta.Workload))];
            _searches.Add(delta.Workload, near = Search(own, [.. worse.Where(other => other.Workload == delta.Workload)]));
        }

        if (near.Of(delta) is { } found)
        {
            return found;
        }

        if (!_searches.TryGetValue("", out var whole))
        {
            _searches.Add("", whole = Search(stacks, worse));
        }

        return whole.Of(delta) ?? [];
    }

    private BreakingSearch Search(IReadOnlyList<StackComparison> among, IReadOnlyList<ObjectiveDelta> deltas) =>
        new(new PartialChange(among), deltas, judge, _budget);
}
