namespace DrInfra.Drctl.Diff;

/// <summary>All changes between two previews of one stack, in the order of the stack's resources; deletions last.</summary>
public sealed record StackDiff(string Stack, IReadOnlyList<ResourceChange> Changes)
{
    public bool IsRefused => Changes.Any(change => change.Refusals.Count > 0);

    public int Count(Operation operation) => Changes.Count(change => change.Operation == operation);
}
