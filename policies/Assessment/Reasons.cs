using DrInfra.Recovery;
using DrInfra.Recovery.Figures;
using DrInfra.Recovery.Timeline;

namespace DrInfra.Policies.Assessment;

/// <summary>One line for a verdict: what it hangs on.</summary>
internal static class Reasons
{
    public static string Of(Derivation rpo, Derivation rto, Objective objective, ObjectiveVerdict rpoVerdict, ObjectiveVerdict rtoVerdict)
    {
        var worst = (ObjectiveVerdict)Math.Max((int)rpoVerdict, (int)rtoVerdict);
        return worst switch
        {
            ObjectiveVerdict.NotApplicable => "nothing is promised",
            ObjectiveVerdict.Met => "bounded by what is declared and documented",
            ObjectiveVerdict.MetOnAssumption => "rests on " + string.Join(", ", Supports(rpo, rpoVerdict).Concat(Supports(rto, rtoVerdict)).Distinct(StringComparer.Ordinal)),
            ObjectiveVerdict.Unknown => "not known before the deployment: " + string.Join(", ", Leaves(rpo, rpoVerdict).Concat(Leaves(rto, rtoVerdict)).Where(leaf => leaf.Figure.IsUnknown).Select(Where).Distinct(StringComparer.Ordinal)),
            _ => string.Join("; ", new[] { Breach("RPO", rpo, objective.Rpo, rpoVerdict), Breach("RTO", rto, objective.Rto, rtoVerdict) }.OfType<string>()),
        };
    }

    private static IEnumerable<Derivation> Leaves(Derivation derivation, ObjectiveVerdict verdict) =>
        verdict == ObjectiveVerdict.NotApplicable ? [] : derivation.Leaves();

    private static IEnumerable<string> Supports(Derivation derivation, ObjectiveVerdict verdict) => verdict != ObjectiveVerdict.MetOnAssumption
        ? []
        : derivation.Leaves().Where(leaf => !leaf.Figure.Basis.Binds() && !leaf.Figure.IsUnbounded).SelectMany(leaf => leaf.Sources)
            .Where(source => source.Kind is SourceKind.Assumption or SourceKind.Evidence || source is { Kind: SourceKind.Property, Reference: "threshold" })
            .Select(source => source.Kind == SourceKind.Property ? "alarm " + Name(source.Urn) : $"{source.Kind.ToString().ToLowerInvariant()} {source.Reference}");

    private static string? Breach(string what, Derivation derivation, TimeSpan? objective, ObjectiveVerdict verdict)
    {
        if (verdict != ObjectiveVerdict.Breached || objective is not { } promised)
        {
            return null;
        }

        var figure = derivation.Figure;
        var culprit = LargestPart(derivation);
        var why = $": {culprit.Label}{(culprit.Figure.IsUnbounded && culprit.Sources is [.., { Kind: SourceKind.Definition } source] ? $", {source.Reference}" : "")}";
        return figure.IsUnbounded
            ? $"{what} is not bounded, promised {DurationText.Format(promised)}{why}"
            : $"{what} up to {DurationText.Format(TimeSpan.FromSeconds(figure.Worst!.Value))}, promised {DurationText.Format(promised)}; the largest part{why}";
    }

    // What the worst case is mostly made of: where the parts follow each other or wait for each other the longest, where any will do the
    // shortest, and what bounds the usual figure.
    private static Derivation LargestPart(Derivation derivation) => derivation.Operation switch
    {
        Operation.Sum or Operation.Max when derivation.Parts.Count > 0 => LargestPart(derivation.Parts.MaxBy(part => part.Figure.Worst ?? 0)!),
        Operation.Min when derivation.Parts.Count > 0 => LargestPart(derivation.Parts.MinBy(part => part.Figure.Worst ?? double.PositiveInfinity)!),
        Operation.Bounded => LargestPart(derivation.Parts[1]),
        _ => derivation,
    };

    private static string Where(Derivation leaf) => leaf.Sources is [var source, ..] ? $"{source.Reference}{(source.Urn is null ? "" : $" of {Name(source.Urn)}")}" : leaf.Label;

    private static string Name(string? urn) => urn is null ? "" : urn[(urn.LastIndexOf("::", StringComparison.Ordinal) + 2)..];
}
