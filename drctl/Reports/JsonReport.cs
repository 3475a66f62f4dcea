using DrInfra.Drctl.Reports.Json;
using DrInfra.Policies.Assessment.Verification;
using DrInfra.Policies.Checking;
using DrInfra.Policies.Graph;
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
    /// <summary>The version of the report's shape; docs/schema/check-report-2.json describes it.</summary>
    public const int Version = 2;

    public static string Render(CheckResult result)
    {
        var report = result.Report;
        return ReportJson.Text(new CheckDocument(
            Version,
            report.AsOf,
            report.Stacks,
            report.Violations.Select(FindingOf),
            report.Objectives.Select(WorkloadOf),
            report.Stores.Select(StoreOf),
            report.Writers.Select(WriterOf),
            report.Unclassified,
            report.Unknown.Select(unknown => new CheckDocument.Missing(unknown.Urn, unknown.Property, unknown.Rule.Id)),
            result.NotEmulated,
            report.Waived.Select(waived => FindingOf(waived.Violation) with { Reason = waived.Reason, Owner = waived.Owner, Expires = waived.Expires }),
            result.Groups.Select(group => new CheckDocument.Group(group.Name, group.Because, group.Members.Select(node => node.Urn))),
            result.KeysAndVaults,
            report.NotJudged.Select(unread => new CheckDocument.Unread(unread.Type, unread.Why, unread.Urns)),
            report.Notes));
    }

    internal static CheckDocument.Writer WriterOf(WriterGuarantee writer) =>
        new(writer.Urn, writer.Workload, writer.Writer, writer.Guarantee.ToString(), writer.Text, writer.Reconciled);

    private static CheckDocument.Finding FindingOf(Violation violation) => new(
        violation.Stack,
        violation.Rule.Id,
        violation.Rule.Aliases,
        VerdictText.Word(violation.Rule.Severity),
        violation.Enforcement.Text(),
        violation.Urn,
        violation.Property,
        violation.Workload,
        violation.Disruption?.Text(),
        violation.Part,
        violation.Message,
        violation.Why,
        violation.Fix,
        violation.Causes.Select(CauseOf),
        violation.Fingerprint);

    private static CheckDocument.Cause CauseOf(Cause cause) =>
        new(ResourceUrn.TryParse(cause.Urn, out var urn) ? urn.Stack : "", cause.Urn, cause.Property, cause.Text);

    private static CheckDocument.Workload WorkloadOf(Outcome outcome) => new(
        outcome.Workload,
        outcome.Disruption.Text(),
        FigureJson.Of(outcome.Rpo.Figure),
        FigureJson.Of(outcome.Rto.Figure),
        ObjectiveJson.Of(outcome.Objective),
        outcome.Verdict.ToString(),
        outcome.Because,
        outcome.Grounds.Select(ground => new CheckDocument.Ground(
            ground.Measure.Text().ToLowerInvariant(),
            ground.Verdict.ToString(),
            ground.Store,
            ground.Culprit.Label,
            ground.Reason,
            ground.Causes.Select(CauseOf))))
    {
        Pair = outcome.AmongPairs ? outcome.Pair : null,
    };

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
