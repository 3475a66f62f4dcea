using DrInfra.Recovery.Figures;

namespace DrInfra.Recovery.Timeline;

/// <summary>
/// A moment in the graph of steps: a step is over, or several are that something waits for together. A moment with more than
/// one predecessor is always of the second kind, so that steps that wait for the same ones share it.
/// </summary>
internal sealed class StepNode
{
    private StepNode(string id, Derivation? duration, IReadOnlyList<StepNode> before)
    {
        Id = id;
        Duration = duration;
        Before = before;
        Dominator = before.Count == 0 ? null : before.Aggregate(Common);
        Depth = Dominator is null ? 0 : Dominator.Depth + 1;
    }

    public string Id { get; }

    /// <summary>Null where several steps come together.</summary>
    public Derivation? Duration { get; }

    public IReadOnlyList<StepNode> Before { get; }

    /// <summary>The last moment that every way to this one passes; null for the start.</summary>
    public StepNode? Dominator { get; }

    private int Depth { get; }

    /// <summary>The end of all steps; <paramref name="start"/> is the moment before the first.</summary>
    public static StepNode End(IReadOnlyList<RecoveryStep> ordered, out StepNode start)
    {
        start = new StepNode("start", null, []);
        var nodes = new Dictionary<string, StepNode>();
        var joins = new Dictionary<string, StepNode>();
        var earlier = new Dictionary<string, HashSet<string>>();
        foreach (var step in ordered)
        {
            earlier[step.Id] = [.. step.After, .. step.After.SelectMany(before => earlier[before])];
            var last = Join(Last(step.After, earlier), nodes, joins) ?? start;
            nodes.Add(step.Id, new StepNode(step.Id, step.Duration, [last]));
        }

        return Join(Last([.. ordered.Select(step => step.Id)], earlier), nodes, joins) ?? start;
    }

    /// <summary>The moment after <paramref name="ancestor"/> that every way from there to this one passes first.</summary>
    public StepNode FirstAfter(StepNode ancestor)
    {
        var at = this;
        while (at.Dominator != ancestor)
        {
            at = at.Dominator!;
        }

        return at;
    }

    // Waiting for a step and for one before it is waiting for the former.
    private static IReadOnlyList<string> Last(IReadOnlyList<string> ids, Dictionary<string, HashSet<string>> earlier)
    {
        var covered = ids.SelectMany(id => earlier[id]).ToHashSet();
        return [.. ids.Where(id => !covered.Contains(id)).Distinct()];
    }

    private static StepNode? Join(IReadOnlyList<string> ids, Dictionary<string, StepNode> nodes, Dictionary<string, StepNode> joins)
    {
        if (ids.Count < 2)
        {
            return ids.Count == 0 ? null : nodes[ids[0]];
        }

        var key = string.Join('\n', ids.Order(StringComparer.Ordinal));
        if (!joins.TryGetValue(key, out var join))
        {
            join = new StepNode(string.Join(" and ", ids), null, [.. ids.Select(id => nodes[id])]);
            joins.Add(key, join);
        }

        return join;
    }

    private static StepNode Common(StepNode one, StepNode other)
    {
        while (one != other)
        {
            (one, other) = one.Depth >= other.Depth ? (one.Dominator!, other) : (one, other.Dominator!);
        }

        return one;
    }
}
