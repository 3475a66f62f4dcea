namespace DrInfra.Drctl.Diff;

/// <summary>All that is done to one stack, in the order of its resources; deletions last.</summary>
public sealed record StackDiff(string Stack, IReadOnlyList<ResourceChange> Changes)
{
    public bool IsRefused => Changes.Any(change => change.Refusals.Count > 0);

    public int Count(Operation operation) => Changes.Count(change => change.Operation == operation);
}
