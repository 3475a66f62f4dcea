namespace DrInfra.Drctl.Reports.Json;

/// <summary>The rules for programs.</summary>
internal sealed record RulesDocument(int Version, IEnumerable<RulesDocument.Rule> Rules, IEnumerable<RulesDocument.Operation> Operations)
{
    /// <param name="LooksAt">Types of resources; empty where it looks at the whole of the stacks.</param>
    internal sealed record Rule(
        string Id,
        IEnumerable<string> Aliases,
        string Area,
        string Severity,
        string Level,
        string Description,
        string Why,
        string Fix,
        IEnumerable<string> Practices,
        IEnumerable<string> LooksAt,
        IEnumerable<Parameter> Parameters,
        IEnumerable<string> PublishedChecks);

    internal sealed record Parameter(string Name, string Description, double Default, double Minimum, double Maximum);

    /// <summary>What <c>drctl diff --check</c> refuses.</summary>
    internal sealed record Operation(string Id, string Description, string Why, string Fix);
}
