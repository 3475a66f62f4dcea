using System.Text.Json.Serialization;

namespace DrInfra.Drctl.Reports.Json;

/// <summary>The members of a check's JSON report, in their order.</summary>
internal sealed record CheckDocument(
    int Version,
    DateOnly AsOf,
    IEnumerable<string> Stacks,
    IEnumerable<CheckDocument.Finding> Violations,
    IEnumerable<CheckDocument.Workload> Objectives,
    IEnumerable<CheckDocument.Store> Stores,
    IEnumerable<CheckDocument.Writer> Writers,
    IEnumerable<string> Unclassified,
    IEnumerable<CheckDocument.Missing> Unknown,
    IEnumerable<string> NotEmulated,
    IEnumerable<CheckDocument.Finding> Waived,
    IEnumerable<CheckDocument.Group> Groups,
    IEnumerable<string> KeysAndVaults,
    IEnumerable<CheckDocument.Unread> NotJudged,
    IEnumerable<string> Notes)
{
    /// <summary>A broken rule; the last three members stand where it is waived.</summary>
    internal sealed record Finding(
        string Stack,
        string Rule,
        IEnumerable<string> Aliases,
        string Severity,
        string Enforcement,
        string Urn,
        string? Property,
        string? Workload,
        string? Disruption,
        string? Part,
        string Message,
        string Why,
        string Fix,
        IEnumerable<Cause> Causes,
        string Fingerprint)
    {
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public string? Reason { get; init; }

        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public string? Owner { get; init; }

        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public DateOnly? Expires { get; init; }
    }

    /// <summary>What a workload gets under one disruption.</summary>
    internal sealed record Workload(
        [property: JsonPropertyName("workload")] string Name,
        string Disruption,
        FigureJson Rpo,
        FigureJson Rto,
        ObjectiveJson Objective,
        string Verdict,
        string Because,
        IEnumerable<Ground> Grounds)
    {
        /// <summary>The pair of stacks, where the report is about several.</summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public string? Pair { get; init; }
    }

    /// <summary>What the verdict on one figure hangs on.</summary>
    internal sealed record Ground(string Figure, string Verdict, string? Store, string Part, string? Reason, IEnumerable<Cause> Causes);

    /// <summary>A resource to change, whichever rule finds it too.</summary>
    internal sealed record Cause(string Stack, string Urn, string? Property, string Text);

    internal sealed record Store(string Urn, string Workload, IEnumerable<Copy> Copies, IEnumerable<StoreVerdict> Disruptions);

    /// <summary>What writes in one Region at a time, and what holds it there.</summary>
    internal sealed record Writer(
        string Urn, string Workload, [property: JsonPropertyName("writer")] string Name, string Guarantee, string Text, string? Reconciled);

    internal sealed record Copy(string Kind, string? Region, string? Urn, IEnumerable<string> Survives);

    internal sealed record StoreVerdict(string Disruption, FigureJson Rpo, FigureJson Recovery, string RpoVerdict, string RecoveryVerdict);

    /// <summary>A property that a rule needs, and that only the deployment will tell.</summary>
    internal sealed record Missing(string Urn, string Property, string NeededBy);

    /// <summary>Resources of one type that nothing here judges.</summary>
    internal sealed record Unread(string Type, string Why, IEnumerable<string> Resources);

    internal sealed record Group(string Workload, string Because, IEnumerable<string> Resources);
}
