using DrInfra.Recovery;
using DrInfra.Recovery.Figures;

namespace DrInfra.Policies.Assessment;

/// <summary>What one store gives under one disruption.</summary>
/// <param name="Rpo">The freshest of the copies that survive.</param>
/// <param name="Recovery">Bringing the data back from it.</param>
public sealed record StoreOutcome(Store Store, Derivation Rpo, Derivation Recovery)
{
    /// <summary>
    /// The freshest copy that survives. Where one is usually fresher and another is the better bounded, the first is used as long
    /// as it is good enough and the second else: so typical figures are those of the first, and the worst is the longer way.
    /// </summary>
    /// <param name="toServe">Whether the data must serve again in time: a copy from which it never does counts only where there is no other.</param>
    public static StoreOutcome Of(Store store, Disruption disruption, bool toServe = false)
    {
        var surviving = store.Copies.Where(copy => copy.Uses.ContainsKey(disruption)).Select(copy => (Copy: copy, Use: copy.Uses[disruption])).ToArray();
        if (toServe && Array.Exists(surviving, pair => Returns(pair.Use)))
        {
            surviving = Array.FindAll(surviving, pair => Returns(pair.Use));
        }

        if (surviving.Length == 0)
        {
            var lost = store.Copies.Where(copy => copy.Lost.ContainsKey(disruption)).Select(copy => (copy.Kind, Why: copy.Lost[disruption])).Distinct()
                .ToArray();
            var why = string.Join("; ", lost.Select(copy => $"{copy.Kind}: {copy.Why.Text}").Distinct(StringComparer.Ordinal));
            var causes = lost.Where(copy => copy.Why.Node is not null)
                .Select(copy => new Source(SourceKind.Cause, copy.Why.Text, copy.Why.Node!.Urn, Property: copy.Why.Property)).Distinct();
            var none = Derivation.Never($"{store.Label}: no copy survives", why.Length == 0 ? "there is no other copy" : why, causes);
            return new StoreOutcome(store, none, none);
        }

        var bounded = surviving.OrderBy(pair => Known(pair.Use.Staleness.Figure.Worst)).ThenBy(pair => Known(pair.Use.Recovery.Figure.Worst)).First();
        var usual = surviving.OrderBy(pair => Known(pair.Use.Staleness.Figure.Typical)).ThenBy(pair => Known(pair.Use.Staleness.Figure.Worst))
            .ThenBy(pair => Known(pair.Use.Recovery.Figure.Typical)).First();
        var label = $"{store.Label}: age of the freshest copy";
        var copies = bounded.Copy == usual.Copy ? new[] { bounded } : [usual, bounded];
        var rpo = Derivation.Min(label, [.. copies.Select(pair => Derivation.Sum($"{pair.Copy.Kind}{In(pair.Copy)}", pair.Use.Staleness))]);
        var recovery = bounded.Copy == usual.Copy
            ? bounded.Use.Recovery
            : Derivation.Bounded(
                $"{store.Label}: from the {usual.Copy.Kind}, or else from the {bounded.Copy.Kind}", usual.Use.Recovery,
                Derivation.Max("whichever takes longer", usual.Use.Recovery, bounded.Use.Recovery));
        return new StoreOutcome(store, rpo, recovery);

        static bool Returns(CopyUse use) => use.Recovery.Figure.Typical is not double.PositiveInfinity;

        static double Known(double? seconds) => seconds ?? double.MaxValue;

        static string In(Copy copy) => copy.Region is null ? "" : $" in {copy.Region}";
    }
}
