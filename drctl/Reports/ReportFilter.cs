using DrInfra.Policies.Checking;
using DrInfra.Policies.Rules;
using DrInfra.Recovery.Timeline;

namespace DrInfra.Drctl.Reports;

/// <summary>What people asked to see of a check. Neither the verdict nor the exit code depends on it, and reports for programs hold everything.</summary>
public sealed record ReportFilter
{
    /// <summary>Everything, with what no objective rests on folded.</summary>
    public static ReportFilter Usual { get; } = new();

    /// <summary>Findings of this severity and worse; null = all.</summary>
    public Severity? Least { get; init; }

    /// <summary>Objectives and findings of these workloads; empty = all.</summary>
    public IReadOnlyList<string> Workloads { get; init; } = [];

    /// <summary>Findings of the rules with these ids; empty = all.</summary>
    public IReadOnlyList<string> Rules { get; init; } = [];

    /// <summary>Only the verdict and what refuses: breached objectives and mandatory violations.</summary>
    public bool Quiet { get; init; }

    /// <summary>Nothing is folded.</summary>
    public bool All { get; init; }

    /// <summary>A report of before: only what is new since then; null = everything is new.</summary>
    public Baseline? Baseline { get; init; }

    /// <summary>Whether there is a choice among findings, so that lists that no choice applies to would only be in the way.</summary>
    internal bool Chooses => Least is not null || Workloads.Count > 0 || Rules.Count > 0 || Baseline is not null;

    /// <summary>Whether advice is shown in full: on request, and where its rule was named.</summary>
    internal bool Unfolds => All || Rules.Count > 0;

    /// <summary>Whether the lists are shown that are about the files as a whole: stores, notes, what was not judged.</summary>
    internal bool ShowsLists => !Quiet && !Chooses;

    internal bool Shows(Outcome outcome) =>
        (Workloads.Count == 0 || Workloads.Contains(outcome.Workload, StringComparer.Ordinal)) && (!Quiet || outcome.Verdict == ObjectiveVerdict.Breached);

    /// <summary>Whether its figures are shown: under a baseline, only where the verdict is another one.</summary>
    internal bool ShowsRow(Outcome outcome) => Shows(outcome) && Baseline?.Knows(outcome) != true;

    internal bool Shows(Violation violation) => Chosen(violation.Rule, violation.Workload) && (!Quiet || violation.Enforcement == Level.Mandatory);

    internal bool Shows(UnknownVerdict unknown) => !Quiet && Chosen(unknown.Rule, workload: null);

    internal bool Shows(WaivedViolation waived) => !Quiet && Chosen(waived.Violation.Rule, waived.Violation.Workload);

    /// <summary>Whether it is shown, and not in the baseline.</summary>
    internal bool ShowsNew(UnknownVerdict unknown) => Shows(unknown) && Baseline?.Knows(unknown) != true;

    /// <inheritdoc cref="ShowsNew(UnknownVerdict)"/>
    internal bool ShowsNew(WaivedViolation waived) => Shows(waived) && Baseline?.Knows(waived) != true;

    private bool Chosen(Rule rule, string? workload) =>
        (Least is not { } least || rule.Severity >= least)
        && (Workloads.Count == 0 || (workload is not null && Workloads.Contains(workload, StringComparer.Ordinal)))
        && (Rules.Count == 0 || Rules.Contains(rule.Id, StringComparer.Ordinal));
}
