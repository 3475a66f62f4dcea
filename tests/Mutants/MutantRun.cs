using System.Collections.Concurrent;
using DrInfra.Tests.Mutants.Exempt;

namespace DrInfra.Tests.Mutants;

/// <summary>What a check notices of many mutants, and what it owes.</summary>
public sealed class MutantRun
{
    private MutantRun(IEnumerable<JudgedMutant> judged)
    {
        Judged = [.. judged.OrderBy(mutant => mutant.Mutant.Leaf, StringComparer.Ordinal).ThenBy(mutant => mutant.Mutant.Change, StringComparer.Ordinal)];
        Leaves = [.. Judged.GroupBy(mutant => mutant.Mutant.Leaf, StringComparer.Ordinal)];
        Unnoticed = [.. Leaves.Where(leaf => leaf.All(mutant => mutant.Notice is null))];
        Survivors = [.. Unnoticed.Where(leaf => !Exemptions.All.Any(exemption => exemption.Covers(leaf.First().Mutant.Place)))];
        NotNeeded = [.. Exemptions.All.Where(exemption => !Unnoticed.Any(leaf => exemption.Covers(leaf.First().Mutant.Place)))];
    }

    /// <summary>Every mutant that was judged, by leaf.</summary>
    public IReadOnlyList<JudgedMutant> Judged { get; }

    public IReadOnlyList<IGrouping<string, JudgedMutant>> Leaves { get; }

    /// <summary>The leaves of which no weakening is noticed.</summary>
    public IReadOnlyList<IGrouping<string, JudgedMutant>> Unnoticed { get; }

    /// <summary>Those of them that are not exempt.</summary>
    public IReadOnlyList<IGrouping<string, JudgedMutant>> Survivors { get; }

    /// <summary>The exemptions that cover no unnoticed leaf.</summary>
    public IReadOnlyList<Exemption> NotNeeded { get; }

    /// <param name="judge">The check.</param>
    /// <param name="mutants">Leaf by leaf.</param>
    /// <param name="all">Whether every leaf is judged; else one of each <see cref="Mutant.Kind"/>.</param>
    /// <param name="everyChange">
    /// Whether every weakening of a leaf is judged; else until one is noticed: the others may be improvements, or the service's default.
    /// </param>
    public static MutantRun Of(MutantJudge judge, IEnumerable<Mutant> mutants, bool all = false, bool everyChange = false)
    {
        var judged = new ConcurrentBag<JudgedMutant>();
        var noticed = new ConcurrentDictionary<string, bool>(StringComparer.Ordinal);
        Parallel.ForEach(all ? mutants : OneOfEachKind(mutants), mutant =>
        {
            if (everyChange || !noticed.ContainsKey(mutant.Leaf))
            {
                var notice = judge.Notices(mutant);
                judged.Add(new JudgedMutant(mutant with { Graph = mutant.Graph with { Resources = [] } }, notice));
                if (notice is not null)
                {
                    noticed[mutant.Leaf] = true;
                }
            }
        });
        return new MutantRun(judged);
    }

    private static IEnumerable<Mutant> OneOfEachKind(IEnumerable<Mutant> mutants)
    {
        var chosen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var mutant in mutants)
        {
            chosen.TryAdd(mutant.Kind, mutant.Leaf);
            if (chosen[mutant.Kind] == mutant.Leaf)
            {
                yield return mutant;
            }
        }
    }
}
