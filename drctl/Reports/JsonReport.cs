using DrInfra.Drctl.Reports.Json;
using DrInfra.Policies.Checking;
using DrInfra.Policies.Rules;
using DrInfra.Recovery;
using DrInfra.Recovery.Timeline;

namespace DrInfra.Drctl.Reports;

/// <summary>
/// A check for programs. Durations are seconds, <c>"unbounded"</c>, or null where they are unknown; an objective that is not
/// promised is <c>"none"</c>.
/// </summary>
public static class JsonReport
{
    public static string Render(CheckResult result)
    {
        var report = result.Report;
        return ReportJson.Text(new CheckDocument(
            Version: 1,
            report.AsOf,
            report.Stacks,
            report.Violations.Select(FindingOf),
            report.Objectives.Select(WorkloadOf),
            report.Stores.Select(StoreOf),
            report.Unclassified,
            report.Unknown.Select(unknown => new CheckDocument.Missing(unknown.Urn, unknown.Property, unknown.Rule.Id)),
            result.NotEmulated,
            report.Waived.Select(waived => FindingOf(waived.Violation) with { Reason = waived.Reason, Owner = waived.Owner, Expires = waived.Expires }),
            result.Groups.Select(group => new CheckDocument.Group(group.Name, group.Because, group.Members.Select(node => node.Urn))),
            result.KeysAndVaults));
    }

    private static CheckDocument.Finding FindingOf(Violation violation) => new(
        violation.Stack,
        violation.Rule.Id,
        VerdictText.Word(violation.Rule.Severity),
        violation.Enforcement.Text(),
        violation.Urn,
        violation.Message,
        violation.Why,
        violation.Fix);

    private static CheckDocument.Workload WorkloadOf(Outcome outcome) => new(
        outcome.Workload,
        outcome.Disruption.Text(),
        FigureJson.Of(outcome.Rpo.Figure),
        FigureJson.Of(outcome.Rto.Figure),
        ObjectiveJson.Of(outcome.Objective),
        outcome.Verdict.ToString(),
        outcome.Because);

    private static CheckDocument.Store StoreOf(StoreReport store) => new(
        store.Urn,
        store.Workload,
        store.Copies.Select(copy => new CheckDocument.Copy(copy.Kind, copy.Region, copy.Urn, copy.Survives)),
        store.Outcomes.Select(outcome => new CheckDocument.StoreVerdict(
            outcome.Disruption.Text(),
            FigureJson.Of(outcome.Rpo.Figure),
            FigureJson.Of(outcome.Recovery.Figure),
            outcome.RpoVerdict.ToString(),
            outcome.RecoveryVerdict.ToString())));
}
