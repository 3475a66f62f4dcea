using DrInfra.Policies.Graph;

namespace DrInfra.Drctl.Diff;

/// <summary>One stack before and after.</summary>
/// <param name="Diff">What is done between the two.</param>
/// <param name="Planned">Whether the engine itself says what it does; else it is worked out.</param>
public sealed record StackComparison(ResourceGraph Before, ResourceGraph After, StackDiff Diff, bool Planned)
{
    /// <summary>Whether nobody asked for it: it is judged along, as the other stack of a pair.</summary>
    public bool IsSibling { get; init; }

    public string Project => After.Resources.Count > 0 ? After.Project : Before.Project;

    /// <summary>How many resources of providers stay as they are.</summary>
    public int Unchanged
    {
        get
        {
            var touched = Diff.Changes.Select(change => change.Urn).ToHashSet(StringComparer.Ordinal);
            return After.Resources.Count(resource => resource.Custom && !touched.Contains(resource.Urn));
        }
    }

    public static StackComparison Of(Preview preview) => new(preview.Before, preview.After, PreviewDiff.Of(preview), true);

    public static StackComparison Of(ResourceGraph before, ResourceGraph after) => new(before, after, GraphDiff.Compare(before, after), false);

    /// <summary>A stack that stays as it is: the other one of a pair.</summary>
    public static StackComparison Unchanging(ResourceGraph graph) => new(graph, graph, new StackDiff(graph.Stack, []), false);

    /// <summary>The same, with what is excluded as it was before.</summary>
    internal StackComparison Excluding(Exclusions exclusions) => Of(Before, exclusions.After(Before, After)) with { IsSibling = IsSibling };

    /// <summary>The other stack of a pair: before, after or both; nothing is done to it where it is of the pair on one side alone.</summary>
    public static StackComparison Sibling(ResourceGraph? before, ResourceGraph? after) => ((before, after) switch
    {
        ({ } old, { } wanted) => ReferenceEquals(old, wanted) ? Unchanging(old) : Of(old, wanted),
        ({ } old, null) => new(old, old with { Resources = [] }, new StackDiff(old.Stack, []), false),
        (_, { } wanted) => new(wanted with { Resources = [] }, wanted, new StackDiff(wanted.Stack, []), false),
        _ => throw new ArgumentException("neither side of the stack is there", nameof(before)),
    }) with { IsSibling = true };
}
