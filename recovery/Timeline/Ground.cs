using DrInfra.Recovery.Figures;

namespace DrInfra.Recovery.Timeline;

/// <summary>The verdict on one figure, and what it hangs on. Every text about it is made of this.</summary>
/// <param name="Promised">Null where nothing is.</param>
public sealed record Ground(Measure Measure, ObjectiveVerdict Verdict, Derivation Derivation, TimeSpan? Promised)
{
    /// <summary>The store that decides, by its label; null where a step of the recovery does.</summary>
    public string? Store { get; init; }

    /// <summary>Of a breach: what to change, the derivation's own causes first.</summary>
    public IReadOnlyList<Cause> Causes { get; init; } = [];

    public Figure Figure => Derivation.Figure;

    /// <summary>What the worst case is mostly made of.</summary>
    public Derivation Culprit => Derivation.LargestParts().Last();

    /// <summary>Why that never ends; null where it does.</summary>
    public string? Reason => Culprit.Figure.IsUnbounded && Culprit.Sources is [.., { Kind: SourceKind.Definition } source] ? source.Reference : null;

    /// <summary>The culprit with its reason.</summary>
    public string CulpritText => Reason is { } reason ? $"{Culprit.Label}, {reason}" : Culprit.Label;

    /// <summary>What the worst case rests on that binds nobody; nothing where it is not met on assumption.</summary>
    public IReadOnlyList<string> Supports => Verdict != ObjectiveVerdict.MetOnAssumption
        ? []
        : [.. Derivation.Leaves().Where(leaf => !leaf.Figure.Basis.Binds() && !leaf.Figure.IsUnbounded).SelectMany(leaf => leaf.Sources)
            .Where(source => source.Kind is SourceKind.Assumption or SourceKind.Evidence || source is { Kind: SourceKind.Property, Reference: "threshold" })
            .Select(source =>
                source.Kind == SourceKind.Property ? "alarm " + Name(source.Urn) : $"{source.Kind.ToString().ToLowerInvariant()} {source.Reference}")];

    /// <summary>What is not known; nothing where nothing is promised.</summary>
    public IReadOnlyList<string> Missing => Verdict == ObjectiveVerdict.NotApplicable
        ? []
        : [.. Derivation.Leaves().Where(leaf => leaf.Figure.IsUnknown)
            .Select(leaf => leaf.Sources switch
            {
                // Where more can be said than which property it is.
                [{ Kind: SourceKind.Property } property, { Kind: SourceKind.Definition } why, ..] => $"{Named(property)} ({why.Reference})",
                [var source, ..] => Named(source),
                _ => leaf.Label,
            })];

    /// <summary>Of a breach, in one clause: what is promised, what it is, and the largest part.</summary>
    public string Breach => Figure.IsUnbounded
        ? $"{Measure.Text()} is not bounded, promised {DurationText.Format(Promised!.Value)}: {CulpritText}"
        : $"{Measure.Text()} up to {DurationText.Format(TimeSpan.FromSeconds(Figure.Worst!.Value))}, promised {DurationText.Format(Promised!.Value)}; the "
            + $"largest part: {CulpritText}";

    /// <summary>Why a promise is about nothing: there is no figure that it could be held against; null where there is.</summary>
    public string? Void => Verdict == ObjectiveVerdict.NotApplicable && Promised is not null ? $"{Measure.Text()} does not apply: {Culprit.Label}" : null;

    private static string Named(Source source) => $"{source.Reference}{(source.Urn is null ? "" : $" of {Name(source.Urn)}")}";

    private static string Name(string? urn) => urn is null ? "" : urn[(urn.LastIndexOf("::", StringComparison.Ordinal) + 2)..];
}
