using System.Globalization;
using DrInfra.Recovery;
using DrInfra.Recovery.Timeline;

namespace DrInfra.Drctl.Reports;

/// <summary>A workload's objectives in one line.</summary>
internal static class WorkloadText
{
    /// <summary><c>3 of 5 met, 2 on assumption, 1 unknown</c>, and what was another verdict in the baseline.</summary>
    public static string Of(IReadOnlyList<Outcome> outcomes, Baseline? baseline)
    {
        var now = Count([.. outcomes.Select(outcome => outcome.Verdict)]);
        if (baseline is null)
        {
            return now;
        }

        var before = baseline.Verdicts.Where(entry => entry.Key.Workload == outcomes[0].Workload).Select(entry => entry.Value).ToList();
        var changes = outcomes.Where(outcome => !baseline.Knows(outcome))
            .Select(outcome => $"{outcome.Disruption.Text()} {Word(baseline.VerdictOf(outcome))} -> {Word(outcome.Verdict)}").ToList();
        return before.Count == 0 ? $"{now} (not in the baseline)"
            : changes.Count == 0 ? $"{now}, as in the baseline"
            : $"{now} (before: {Count(before)}; {string.Join(", ", changes)})";
    }

    /// <summary>What is breached, in one line: both figures where none is named.</summary>
    public static string Breached(IEnumerable<Outcome> outcomes) => string.Join(", ", outcomes
        .Where(outcome => outcome.Verdict == ObjectiveVerdict.Breached)
        .Select(outcome => (outcome.RpoVerdict, outcome.RtoVerdict) switch
        {
            (ObjectiveVerdict.Breached, ObjectiveVerdict.Breached) => outcome.Disruption.Text(),
            (ObjectiveVerdict.Breached, _) => $"{outcome.Disruption.Text()} RPO",
            _ => $"{outcome.Disruption.Text()} RTO",
        }));

    private static string Count(IReadOnlyList<ObjectiveVerdict> verdicts)
    {
        int Of(ObjectiveVerdict wanted) => verdicts.Count(verdict => verdict == wanted);
        var (judged, assumed, unknown) = (
            verdicts.Count - Of(ObjectiveVerdict.NotApplicable), Of(ObjectiveVerdict.MetOnAssumption), Of(ObjectiveVerdict.Unknown));
        return judged == 0
            ? "nothing is promised"
            : string.Create(CultureInfo.InvariantCulture, $"{Of(ObjectiveVerdict.Met) + assumed} of {judged} met")
                + (assumed > 0 ? string.Create(CultureInfo.InvariantCulture, $", {assumed} on assumption") : string.Empty)
                + (unknown > 0 ? string.Create(CultureInfo.InvariantCulture, $", {unknown} unknown") : string.Empty);
    }

    private static string Word(ObjectiveVerdict? verdict) => verdict is { } known ? VerdictText.Of(known) : "new";
}
