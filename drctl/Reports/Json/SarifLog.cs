using System.Text.Json.Serialization;

namespace DrInfra.Drctl.Reports.Json;

/// <summary>What is used of SARIF 2.1.0. A member that is null is left out.</summary>
internal sealed record SarifLog(
    [property: JsonPropertyName("$schema")] string Schema,
    string Version,
    IEnumerable<SarifLog.Run> Runs)
{
    internal sealed record Run(Tool Tool, IEnumerable<Result> Results, RunProperties Properties);

    internal sealed record Tool(Driver Driver);

    internal sealed record Driver(string Name, string SemanticVersion, IEnumerable<Descriptor> Rules);

    /// <summary>A rule.</summary>
    internal sealed record Descriptor(
        string Id,
        string Name,
        IEnumerable<string>? DeprecatedIds,
        Message ShortDescription,
        Message FullDescription,
        Message Help,
        Configuration DefaultConfiguration,
        DescriptorProperties Properties);

    internal sealed record Message(string Text);

    internal sealed record Configuration(string Level);

    internal sealed record DescriptorProperties(string Severity, IEnumerable<string> Tags);

    internal sealed record Result(
        string RuleId,
        int RuleIndex,
        string Level,
        string Kind,
        Message Message,
        IEnumerable<Location> Locations,
        Fingerprints? PartialFingerprints = null,
        IEnumerable<Suppression>? Suppressions = null);

    internal sealed record Location(PhysicalLocation? PhysicalLocation, IEnumerable<LogicalLocation>? LogicalLocations);

    internal sealed record PhysicalLocation(ArtifactLocation ArtifactLocation, TextRegion Region);

    internal sealed record ArtifactLocation(string Uri);

    internal sealed record TextRegion(int StartLine);

    internal sealed record LogicalLocation(string Name, string FullyQualifiedName, string Kind, LogicalProperties? Properties);

    internal sealed record LogicalProperties(string Property);

    internal sealed record Fingerprints([property: JsonPropertyName("ruleAndResource/v2")] string RuleAndResource);

    internal sealed record Suppression(string Kind, string Justification);

    internal sealed record RunProperties(DateOnly AsOf, string Summary);
}
