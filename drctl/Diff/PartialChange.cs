using DrInfra.Policies.Graph;

namespace DrInfra.Drctl.Diff;

/// <summary>The stacks with some of the operations done and the others not.</summary>
internal sealed class PartialChange
{
    private readonly IReadOnlyList<StackComparison> _stacks;
    private readonly Dictionary<string, int> _byUrn = new(StringComparer.Ordinal);

    public PartialChange(IReadOnlyList<StackComparison> stacks)
    {
        _stacks = stacks;
        Changes = [.. stacks.SelectMany(stack => stack.Diff.Changes)];
        for (var index = 0; index < Changes.Count; index++)
        {
            _byUrn[Changes[index].Urn] = index;
            _byUrn[Changes[index].OldUrn ?? Changes[index].Urn] = index;
        }
    }

    /// <summary>Every operation, in the order of the stacks and their changes.</summary>
    public IReadOnlyList<ResourceChange> Changes { get; }

    /// <summary>The positions of those that do something.</summary>
    public IReadOnlyList<int> Candidates => [.. Enumerable.Range(0, Changes.Count).Where(index => Changes[index].Operation != Operation.Ignored)];

    /// <summary>The stacks when these operations are done, with the new resources that they refer to.</summary>
    public IReadOnlyList<ResourceGraph> Applied(IReadOnlyList<int> done)
    {
        var applied = done.ToHashSet();
        foreach (var stack in _stacks)
        {
            AddNeeded(stack, applied);
        }

        return [.. _stacks.Select(stack => Applied(stack, applied)).Where(graph => graph.Resources.Count > 0)];
    }

    private ResourceGraph Applied(StackComparison stack, HashSet<int> done)
    {
        var wanted = stack.After.Resources.ToDictionary(resource => resource.Urn, StringComparer.Ordinal);
        var resources = new List<GraphResource>();
        foreach (var old in stack.Before.Resources)
        {
            // What no operation names is as it will be.
            if (!_byUrn.TryGetValue(old.Urn, out var index))
            {
                resources.Add(wanted.GetValueOrDefault(old.Urn, old));
            }
            else if (Changes[index].Operation == Operation.Ignored || done.Contains(index))
            {
                resources.AddRange(wanted.GetValueOrDefault(Changes[index].Urn) is { } made ? [made] : Array.Empty<GraphResource>());
            }
            else
            {
                resources.Add(old);
            }
        }

        var there = resources.Select(resource => resource.Urn).ToHashSet(StringComparer.Ordinal);
        resources.AddRange(stack.After.Resources.Where(resource => !there.Contains(resource.Urn)
            && (!_byUrn.TryGetValue(resource.Urn, out var index) || (Changes[index].Operation == Operation.Create && done.Contains(index)))));
        return (stack.After.Resources.Count > 0 ? stack.After : stack.Before) with { Resources = resources };
    }

    private void AddNeeded(StackComparison stack, HashSet<int> done)
    {
        var wanted = stack.After.Resources.ToDictionary(resource => resource.Urn, StringComparer.Ordinal);
        var open = new Stack<string>(done.Select(index => Changes[index].Urn).Where(wanted.ContainsKey));
        while (open.TryPop(out var urn))
        {
            var resource = wanted[urn];
            foreach (var needed in resource.Dependencies.Append(resource.Parent ?? ""))
            {
                if (_byUrn.TryGetValue(needed, out var index) && Changes[index].Operation == Operation.Create && wanted.ContainsKey(needed) && done.Add(index))
                {
                    open.Push(needed);
                }
            }
        }
    }
}
