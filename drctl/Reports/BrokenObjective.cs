using DrInfra.Drctl.Diff;
using DrInfra.Recovery;
using DrInfra.Recovery.Timeline;

namespace DrInfra.Drctl.Reports;

/// <summary>An objective that a change breaks, in words: which figure, by what, and what to do.</summary>
internal static class BrokenObjective
{
    private const int MostProperties = 3;

    /// <summary><c>RPO 2m30s -> 7h, promised 5m</c>, for each figure that is broken.</summary>
    public static string Figures(ObjectiveDelta delta) => string.Join(", ", delta.Broken.Select(ground =>
    {
        var before = delta.Before?.Grounds.First(old => old.Measure == ground.Measure);
        var old = before is null ? "" : $"{FigureText.Duration(before.Figure.Worst)} -> ";
        return $"{ground.Measure.Text()} {old}{FigureText.Duration(ground.Figure.Worst)}, promised {Objective.Text(ground.Promised)}";
    }));

    /// <summary>What an operation does, as the rest of a sentence that begins with the resource.</summary>
    public static string Deed(ResourceChange change)
    {
        var refused = change.Refusals.Select(refusal => refusal.Deed).Distinct(StringComparer.Ordinal).ToList();
        var paths = change.Properties.Where(property => !property.Ignored).Select(property => property.Path.ToString())
            .Concat(change.Options.Select(option => option.Name)).ToList();
        var what = change.Operation == Operation.Update && paths.Count > 0
            ? $": {string.Join(", ", paths.Take(MostProperties))}{(paths.Count > MostProperties ? " and more" : "")}"
            : "";
        return refused.Count > 0 ? string.Join(", ", refused) : $"({change.Operation.Text()}{what})";
    }

    /// <summary>What to do, as imperative sentences.</summary>
    public static string Fix(ObjectiveDelta delta, IReadOnlyList<ResourceChange> causes)
    {
        var promised = string.Join(" and ", delta.Broken.Select(ground => ground.Measure.Text()));
        var shorten = string.Join("; ", delta.Broken.Select(ground => ground.CulpritText).Distinct());
        var first = causes.Count switch
        {
            0 => $"Shorten the largest part ({shorten})",
            1 => "Revert this operation, or make up for it in the same change",
            _ => "Revert these operations, or make up for them in the same change",
        };
        return $"{first}, or agree on a new {promised} with the owner first (objectives in recovery.yaml). "
            + $"`drctl check --explain {delta.Workload}:{delta.Disruption.Text()}` shows the computation.";
    }
}
