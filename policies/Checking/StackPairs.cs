using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Checking;

/// <summary>
/// Which stacks stand in for each other. Pairs are judged apart: their workloads may have the same names, and nothing of one recovers
/// the other.
/// </summary>
internal static class StackPairs
{
    /// <summary>
    /// The stacks of each pair by themselves, by the pair's name; those without a tag <c>dr:pair</c> together, first. Where there is one
    /// pair, all stacks together.
    /// </summary>
    public static IReadOnlyList<Estate> Of(Estate estate)
    {
        var pairs = estate.Stacks.GroupBy(PairOf, StringComparer.Ordinal).OrderBy(pair => pair.Key, StringComparer.Ordinal).ToArray();
        return pairs.Count(pair => pair.Key.Length > 0) <= 1 ? [estate] : [.. pairs.Select(pair => Estate.Of(pair.Select(stack => stack.Graph)))];
    }

    private static string PairOf(StackGraph stack) => stack.Nodes.Select(node => node.Tag(DrTags.Pair)).FirstOrDefault(pair => pair is not null) ?? "";
}
