using DrInfra.Drctl.Commands;
using DrInfra.Recovery.Figures;
using DrInfra.Recovery.Settings;

namespace DrInfra.Drctl.Reports;

/// <summary>Something that a worst case rests on and that binds nobody: an assumption, a drill, an alarm.</summary>
public sealed record Footing(Source Source, Derivation Leaf)
{
    /// <summary>The footings of a figure, in reading order, each once.</summary>
    public static IReadOnlyList<Footing> Of(Derivation figure) => [.. All(figure).DistinctBy(footing => footing.Source)];

    /// <summary><c>assumption restore-rate</c>.</summary>
    public string Name => Leaf.Figure.Basis == Basis.Alarm && Source.Urn is { } alarm
        ? $"alarm {ResourceName.Of(alarm)}"
        : $"{Source.Kind.ToString().ToLowerInvariant()} {Source.Reference}";

    /// <summary><c>assumption restore-rate: 0.05 GB/s, restoring a snapshot (dba, reviewed 2026-10-01)</c>.</summary>
    public string Describe(RecoverySettings settings)
    {
        if (Leaf.Figure.Basis == Basis.Alarm && Source.Urn is { } alarm)
        {
            return $"alarm {ResourceName.WithStack(alarm)}: {FigureText.Value(Leaf.Figure.Worst, Leaf.Unit)}, {Leaf.Label}";
        }

        var where = Source.Urn is null ? string.Empty : $" of {ResourceName.WithStack(Source.Urn)}";
        var kind = Source.Kind.ToString().ToLowerInvariant();
        var owner = Source.Kind == SourceKind.Assumption && settings.Assumptions.FirstOrDefault(entry => entry.Id == Source.Reference) is { } said
            ? said.Owner == StockAssumptions.Owner ? $" ({said.Owner})" : $" ({said.Owner}, reviewed {said.Reviewed:yyyy-MM-dd})"
            : string.Empty;
        return $"{kind} {Source.Reference}{where}: {FigureText.Value(Leaf.Figure.Worst, Leaf.Unit)}, {Leaf.Label}{owner}";
    }

    private static IEnumerable<Footing> All(Derivation figure) => figure.Operation switch
    {
        Operation.Leaf => OfLeaf(figure),
        // Of several ways only the one that is taken counts.
        Operation.Min => figure.Parts.Where(part => part.Figure.Worst == figure.Figure.Worst).Take(1).SelectMany(All),
        // The worst is the bound's; what is usual only gives the typical.
        Operation.Bounded => All(figure.Parts[1]),
        _ => figure.Parts.SelectMany(All),
    };

    private static IEnumerable<Footing> OfLeaf(Derivation leaf)
    {
        if (leaf.Figure.Basis is not (Basis.Evidence or Basis.Alarm or Basis.Assumption))
        {
            return [];
        }

        // An alarm is one footing, however many of its properties make its figure.
        if (leaf.Figure.Basis == Basis.Alarm && leaf.Sources.Any(source => source.Kind is SourceKind.Property or SourceKind.Fact))
        {
            return leaf.Sources.Where(source => source.Kind == SourceKind.Property).Take(1)
                .Select(source => new Footing(source with { Reference = string.Empty }, leaf));
        }

        var own = leaf.Sources.Where(source => source.Kind is SourceKind.Assumption or SourceKind.Evidence).ToList();
        return (own.Count > 0 ? own : leaf.Sources.Take(1)).Select(source => new Footing(source, leaf));
    }
}
