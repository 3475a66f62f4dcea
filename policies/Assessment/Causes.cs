using DrInfra.Recovery;
using DrInfra.Recovery.Figures;
using DrInfra.Recovery.Timeline;

namespace DrInfra.Policies.Assessment;

/// <summary>Which store decides a figure, and what a breach rests on.</summary>
internal static class Causes
{
    /// <summary>The ground with the store that decides and, of a breach, with its causes.</summary>
    public static Ground Added(Ground ground, IReadOnlyList<StoreOutcome> stores, Disruption disruption)
    {
        var way = ground.Derivation.LargestParts().ToHashSet(ReferenceEqualityComparer.Instance);
        var deciding = stores.FirstOrDefault(store => way.Contains(Part(store, ground.Measure)));
        return ground with
        {
            Store = deciding?.Store.Label,
            Causes = ground.Verdict == ObjectiveVerdict.Breached ? [.. Of(ground, stores, deciding, disruption).Distinct()] : [],
        };
    }

    // What the derivation names; what made fresher copies worthless, of the stores that are too late by themselves; what is declared too long.
    private static IEnumerable<Cause> Of(Ground ground, IReadOnlyList<StoreOutcome> stores, StoreOutcome? deciding, Disruption disruption)
    {
        foreach (var source in ground.Derivation.Leaves().SelectMany(leaf => leaf.Sources).Where(source => source is { Kind: SourceKind.Cause, Urn: not null }))
        {
            yield return new Cause(source.Urn!, source.Property, source.Reference);
        }

        foreach (var store in stores.Where(store => store == deciding || Part(store, ground.Measure).Figure.Worst > ground.Promised!.Value.TotalSeconds))
        {
            foreach (var reason in store.Store.Copies.Where(copy => copy.Lost.ContainsKey(disruption)).Select(copy => copy.Lost[disruption])
                .Where(reason => reason.Node is not null))
            {
                yield return new Cause(reason.Node!.Urn, reason.Property, reason.Text);
            }
        }

        foreach (var source in ground.Culprit.Sources.Where(source => source is { Kind: SourceKind.Property, Urn: not null }))
        {
            yield return new Cause(source.Urn!, source.Reference, ground.Culprit.Label);
        }
    }

    private static Derivation Part(StoreOutcome store, Measure measure) => measure == Measure.Rpo ? store.Rpo : store.Recovery;
}
