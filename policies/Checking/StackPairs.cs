using DrInfra.Policies.Assessment;
using DrInfra.Policies.Aws;
using DrInfra.Recovery.Settings;

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
    private static IReadOnlyList<(string? Name, Estate Stacks)> Of(Estate estate)
    {
        var pairs = estate.Stacks.GroupBy(PairOf, StringComparer.Ordinal).OrderBy(pair => pair.Key, StringComparer.Ordinal).ToArray();
        return pairs.Count(pair => pair.Key.Length > 0) <= 1
            ? [(Named(pairs.LastOrDefault()?.Key), estate)]
            : [.. pairs.Select(pair => (Named(pair.Key), Estate.Of(pair.Select(stack => stack.Graph), AwsNames.Instance)))];
    }

    private static string? Named(string? tag) => string.IsNullOrEmpty(tag) ? null : tag;

    /// <summary>
    /// The operator's settings as far as they are about one of several pairs: a workload that has resources in another pair, and none in
    /// this one, is the other's.
    /// </summary>
    public static IReadOnlyList<(string? Name, Estate Stacks, RecoverySettings Settings)> Of(Estate estate, RecoverySettings settings)
    {
        var pairs = Of(estate);
        if (pairs.Count == 1)
        {
            return [(pairs[0].Name, pairs[0].Stacks, settings)];
        }

        var present = pairs.Select(pair => new WorkloadPresence(pair.Stacks, settings)).ToArray();
        return [.. pairs.Select((pair, index) => (pair.Name, pair.Stacks, settings with
        {
            Workloads = [.. settings.Workloads.Where(entry => IsOf(index, entry.Name))],
            Objectives = [.. settings.Objectives.Where(entry => entry.IsTier || IsOf(index, entry.Name))],
        }))];

        bool IsOf(int pair, string workload) => present[pair].Has(workload) || !present.Any(other => other.Has(workload));
    }

    private static string PairOf(StackGraph stack) => stack.Nodes.Select(node => node.Tag(DrTags.Pair)).FirstOrDefault(pair => pair is not null) ?? "";
}
