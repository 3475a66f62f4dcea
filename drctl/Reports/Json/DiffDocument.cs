using System.Text.Json.Serialization;
using DrInfra.Policies.Graph;

namespace DrInfra.Drctl.Reports.Json;

/// <summary>The members of a diff's JSON report, in their order.</summary>
internal sealed record DiffDocument(
    int Version,
    string Stack,
    DateOnly AsOf,
    bool Emulated,
    bool Refused,
    DiffDocument.Counts Summary,
    IEnumerable<DiffDocument.Change> Changes,
    IEnumerable<DiffDocument.Refusal> Refusals,
    IEnumerable<DiffDocument.Refusal> Waived,
    IEnumerable<string> IdleWaivers,
    IEnumerable<DiffDocument.Delta> Objectives)
{
    internal sealed record Counts(int Create, int Update, int MayReplace, int Replace, int Delete, int Ignored, int Unchanged);

    /// <param name="Note">Left out where there is nothing to say.</param>
    internal sealed record Change(
        string Stack,
        string Urn,
        string Type,
        string Name,
        string Operation,
        bool Data,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Note,
        IEnumerable<Property> Properties,
        IEnumerable<Option> Options,
        IEnumerable<string> Refusals);

    /// <summary>An absent value is left out.</summary>
    internal sealed record Property(
        string Path,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] PropertyValue? Old,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] PropertyValue? New,
        bool Ignored);

    internal sealed record Option(string Name, string Old, string New);

    /// <summary>An operation that is refused; the last three members stand where it is waived.</summary>
    internal sealed record Refusal(string Rule, string Urn, string Operation, string Reason, string Fix)
    {
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public string? Because { get; init; }

        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public string? Owner { get; init; }

        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public DateOnly? Expires { get; init; }
    }

    /// <summary>A workload under one disruption; null on the side where it is not judged.</summary>
    internal sealed record Delta(string Workload, string Disruption, [property: JsonPropertyName("change")] string Kind, Side? Before, Side? After)
    {
        /// <summary>The pair of stacks, where the report is about several.</summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public string? Pair { get; init; }

        /// <summary>URNs of the resources whose operations break the objective; left out where it is not broken by the change.</summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public IEnumerable<string>? BrokenBy { get; init; }
    }

    internal sealed record Side(FigureJson Rpo, FigureJson Rto, ObjectiveJson Objective, string Verdict, string Because);
}
