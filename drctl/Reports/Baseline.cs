using DrInfra.Policies.Checking;
using DrInfra.Recovery;
using DrInfra.Recovery.Timeline;

namespace DrInfra.Drctl.Reports;

/// <summary>The report of an earlier check, that a later one is compared with.</summary>
/// <param name="Path">The file, as the user gave it.</param>
/// <param name="AsOf">The day of that check.</param>
/// <param name="Findings">The fingerprints of its violations.</param>
/// <param name="Waived">The fingerprints of its waived violations.</param>
/// <param name="Unknown">Resource, property and rule of what it could not judge.</param>
/// <param name="Verdicts">Its verdicts by workload and disruption.</param>
public sealed record Baseline(
    string Path,
    DateOnly AsOf,
    IReadOnlySet<string> Findings,
    IReadOnlySet<string> Waived,
    IReadOnlySet<(string Urn, string Property, string Rule)> Unknown,
    IReadOnlyDictionary<(string Workload, Disruption Disruption), ObjectiveVerdict> Verdicts)
{
    internal bool Knows(Violation violation) => Findings.Contains(violation.Fingerprint);

    internal bool Knows(WaivedViolation waived) => Waived.Contains(waived.Violation.Fingerprint);

    internal bool Knows(UnknownVerdict unknown) => Unknown.Contains((unknown.Urn, unknown.Property, unknown.Rule.Id));

    /// <summary>Whether the verdict is as it was.</summary>
    internal bool Knows(Outcome outcome) => VerdictOf(outcome) == outcome.Verdict;

    internal ObjectiveVerdict? VerdictOf(Outcome outcome) => Verdicts.TryGetValue((outcome.Workload, outcome.Disruption), out var verdict) ? verdict : null;

    /// <summary>How many of its violations are no more; one that is waived now still is.</summary>
    internal int Gone(CheckReport report) =>
        Findings.Except(report.Violations.Concat(report.Waived.Select(waived => waived.Violation)).Select(violation => violation.Fingerprint)).Count();

    /// <summary>Workloads that it judged and that are no more.</summary>
    internal IEnumerable<string> GoneWorkloads(CheckReport report) =>
        Verdicts.Keys.Select(key => key.Workload).Except(report.Objectives.Select(outcome => outcome.Workload), StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);
}
