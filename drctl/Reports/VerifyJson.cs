using DrInfra.Drctl.Reports.Json;
using DrInfra.Recovery.Protocol;

namespace DrInfra.Drctl.Reports;

/// <summary>What <c>drctl verify</c> found, for programs.</summary>
internal static class VerifyJson
{
    /// <summary>The version of the document's shape.</summary>
    public const int Version = 1;

    public static string Render(VerifyResult result) => ReportJson.Text(new VerifyDocument(
        Version,
        result.Faults,
        result.Workloads.Select(workload => new VerifyDocument.VerifiedWorkload(
            workload.Recovery.Name,
            workload.Verification.NotApplicable is not null ? "not-applicable"
                : workload.Verification.IsBroken ? "not-safe"
                : VerifyResult.IsUnknown(workload.Verification) ? "unknown"
                : "safe",
            workload.Verification.NotApplicable ?? workload.Verification.Unknown?.Text,
            workload.Verification.Machines.Select(machine => new VerifyDocument.Machine(
                machine.Model,
                machine.Definitions,
                machine.States,
                machine.Transitions,
                machine.Violated == Invariant.None ? null : machine.Violated.ToString(),
                machine.Story.Select(line => new VerifyDocument.Line(line.At.TotalSeconds, line.Text)),
                machine.Causes.Select(cause => new VerifyDocument.Difference(cause.Node?.Urn, cause.Property, cause.Text)))),
            workload.Verification.Late.Select(line => new VerifyDocument.Line(line.At.TotalSeconds, line.Text)),
            workload.Recovery.Writers.Select(JsonReport.WriterOf)))));
}
