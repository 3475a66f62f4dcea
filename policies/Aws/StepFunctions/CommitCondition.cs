namespace DrInfra.Policies.Aws.StepFunctions;

/// <summary>
/// Whether a state machine that reads who holds a lease before its work reads it again before the next: work on a cluster takes longer than a lease
/// that is lost stands still. Source: Step Functions developer guide, "Create and manage Amazon EMR clusters with Step Functions".
/// </summary>
internal static class CommitCondition
{
    private const string Path = "definition";

    /// <summary>Why a run that has lost the lease goes on with its next step; null where it does not, or has no other step.</summary>
    public static Reason? Lacks(Estate estate, Node machine) =>
        StartCondition.Of(estate, machine) is { IsExclusive: true, Lease.IsRead: true }
            ? MachineState.AllOf(machine)!.Where(state => state.AddsStep).Select(work => Lacks(machine, work)).FirstOrDefault(why => why is not null)
            : null;

    private static Reason? Lacks(Node machine, MachineState work)
    {
        var (seen, open) = (new HashSet<string>(StringComparer.Ordinal), new Stack<(string Name, IReadOnlyList<LeaseRead> Reads)>());
        Follow(work, []);
        while (open.TryPop(out var step))
        {
            var (state, reads) = (work.Beside(step.Name), step.Reads);
            if (state.AddsStep)
            {
                return new Reason($"{state.Name} comes after {work.Name} without another look at the lease: a run that lost it goes on", machine, Path);
            }

            if (LeaseRead.Of(state.Name, state.State) is { } read)
            {
                if (read.IsConsistent == false)
                {
                    return new Reason($"{read.Name} reads the lease without ConsistentRead: it can see a holder that is none any more", machine, Path);
                }

                Follow(state, [.. reads, read]);
            }
            else if (state.State["Type"].Text == "Choice")
            {
                // The way of whoever holds it may go on.
                foreach (var (next, _) in HolderTest.Ways(state.State, reads, machine.Region).Where(way => way.Held.WhenTrue != true))
                {
                    Push(next.Text, reads);
                }
            }
            else
            {
                Follow(state, reads);
            }
        }

        return null;

        void Follow(MachineState state, IReadOnlyList<LeaseRead> reads)
        {
            foreach (var next in state.Next.Append(state.AfterFailure).OfType<string>())
            {
                Push(next, reads);
            }
        }

        void Push(string? next, IReadOnlyList<LeaseRead> reads)
        {
            if (next is not null && seen.Add(string.Join('\n', [next, .. reads.Select(read => read.Name)])))
            {
                open.Push((next, reads));
            }
        }
    }
}
