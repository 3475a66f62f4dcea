namespace DrInfra.Recovery.Timeline;

/// <summary>Steps in an order in which each comes after all that it waits for.</summary>
internal static class StepOrder
{
    /// <exception cref="ArgumentException">An id occurs twice, a step waits for one that is not there, or steps wait for each other.</exception>
    public static IReadOnlyList<RecoveryStep> Of(IReadOnlyList<RecoveryStep> steps)
    {
        var byId = new Dictionary<string, RecoveryStep>(steps.Count);
        foreach (var step in steps)
        {
            if (!byId.TryAdd(step.Id, step))
            {
                throw new ArgumentException($"two steps have the id '{step.Id}'", nameof(steps));
            }
        }

        foreach (var step in steps)
        {
            if (step.After.FirstOrDefault(before => !byId.ContainsKey(before)) is { } missing)
            {
                throw new ArgumentException($"step '{step.Id}' waits for '{missing}', which is no step", nameof(steps));
            }
        }

        return Sorted(steps, byId);
    }

    private static List<RecoveryStep> Sorted(IReadOnlyList<RecoveryStep> steps, Dictionary<string, RecoveryStep> byId)
    {
        var waits = steps.ToDictionary(step => step.Id, step => step.After.Distinct().Count());
        var followers = steps.SelectMany(step => step.After.Distinct(), (step, before) => (step, before)).ToLookup(pair => pair.before, pair => pair.step);
        var ready = new Queue<RecoveryStep>(steps.Where(step => step.After.Count == 0));
        var sorted = new List<RecoveryStep>(steps.Count);
        while (ready.TryDequeue(out var step))
        {
            sorted.Add(step);
            foreach (var follower in followers[step.Id])
            {
                if (--waits[follower.Id] == 0)
                {
                    ready.Enqueue(follower);
                }
            }
        }

        return sorted.Count == steps.Count ? sorted : throw new ArgumentException($"steps wait for each other: {Cycle(steps, byId, waits)}", nameof(steps));
    }

    // A step that still waits has a predecessor that still waits: going back must come round. Read in the order of happening.
    private static string Cycle(IReadOnlyList<RecoveryStep> steps, Dictionary<string, RecoveryStep> byId, Dictionary<string, int> waits)
    {
        var way = new List<string>();
        var at = steps.First(step => waits[step.Id] > 0).Id;
        while (!way.Contains(at))
        {
            way.Add(at);
            at = byId[at].After.First(before => waits[before] > 0);
        }

        var cycle = way[way.IndexOf(at)..];
        cycle.Add(at);
        cycle.Reverse();
        return string.Join(" -> ", cycle);
    }
}
