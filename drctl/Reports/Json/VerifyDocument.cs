using System.Text.Json.Serialization;

namespace DrInfra.Drctl.Reports.Json;

/// <summary>The members of a verification's JSON report, in their order.</summary>
internal sealed record VerifyDocument(int Version, int Faults, IEnumerable<VerifyDocument.VerifiedWorkload> Workloads)
{
    /// <summary>A workload: <c>safe</c>, <c>not-safe</c>, <c>unknown</c> or <c>not-applicable</c>.</summary>
    internal sealed record VerifiedWorkload(
        [property: JsonPropertyName("workload")] string Name, string Verdict, string? Because, IEnumerable<Machine> Machines, IEnumerable<Line> Late,
        IEnumerable<CheckDocument.Writer> Writers);

    /// <summary>A state machine.</summary>
    internal sealed record Machine(
        string Model, IEnumerable<string> Definitions, int States, int Transitions, string? Violated, IEnumerable<Line> Story, IEnumerable<Difference> Causes);

    /// <summary>A step of a story.</summary>
    internal sealed record Line(double Seconds, string Text);

    /// <summary>What is declared otherwise than the protocol asks for.</summary>
    internal sealed record Difference(string? Urn, string? Property, string Text);
}
