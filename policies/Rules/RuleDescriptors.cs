using System.Text.Json;

namespace DrInfra.Policies.Rules;

/// <summary>The descriptors of all rules, by id: a <c>rules.json</c> per area, beside the judgements.</summary>
internal static class RuleDescriptors
{
    // In the order of reports.
    private static readonly string[] Areas =
    [
        "Objectives", "Ownership", "Data", "Databases", "Storage", "Copies", "Backup", "Access", "Detection", "Network", "Caches", "Search",
        "Warehouses", "Catalogues", "Streams", "Jobs", "Containers", "Traffic",
    ];

    private static readonly Lazy<Dictionary<string, RuleDescriptor>> ById = new(Read);

    /// <summary>Every rule, made from its name: the id <c>alarm-has-an-action</c> of the area Detection is <c>Rules.Detection.AlarmHasAnAction</c>.</summary>
    public static IEnumerable<Rule> Rules() => ById.Value.Select(rule => (Rule)Activator.CreateInstance(TypeOf(rule.Value.Area, rule.Key))!);

    /// <exception cref="KeyNotFoundException">No area describes the rule.</exception>
    public static RuleDescriptor Of(string id) => ById.Value.TryGetValue(id, out var descriptor)
        ? descriptor
        : throw new KeyNotFoundException($"no rules.json under policies/Rules describes {id}");

    private static Type TypeOf(string area, string id) =>
        typeof(Rule).Assembly
            .GetType($"{typeof(Rule).Namespace}.{area}.{string.Concat(id.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]))}")
        ?? throw new InvalidOperationException($"policies/Rules/{area}/rules.json describes {id}, and no class there has its name");

    private static Dictionary<string, RuleDescriptor> Read()
    {
        var found = new Dictionary<string, RuleDescriptor>(StringComparer.Ordinal);
        foreach (var area in Areas)
        {
            using var stream = typeof(Rule).Assembly.GetManifestResourceStream($"Rules/{area}/rules.json")!;
            using var document = JsonDocument.Parse(stream);
            foreach (var rule in document.RootElement.EnumerateObject())
            {
                found.Add(rule.Name, Of(rule.Value) with { Area = area });
            }
        }

        return found;
    }

    private static RuleDescriptor Of(JsonElement rule) => new(
        rule.GetProperty("what").GetString()!,
        rule.GetProperty("why").GetString()!,
        rule.GetProperty("fix").GetString()!,
        Enum.Parse<Severity>(rule.GetProperty("severity").GetString()!, ignoreCase: true),
        rule.TryGetProperty("level", out var level) ? LevelNames.Parse(level.GetString()) ?? throw new FormatException($"{level} is no level") : Level.Advisory,
        Words(rule, "practices"))
    {
        Parameters = rule.TryGetProperty("parameters", out var parameters) ? [.. parameters.EnumerateArray().Select(Parameter)] : [],
        Published = Words(rule, "published"),
        Aliases = Words(rule, "aliases"),
    };

    private static RuleParameter Parameter(JsonElement parameter) => new(
        parameter.GetProperty("name").GetString()!,
        parameter.GetProperty("what").GetString()!,
        parameter.GetProperty("default").GetDouble(),
        parameter.GetProperty("minimum").GetDouble(),
        parameter.GetProperty("maximum").GetDouble());

    private static string[] Words(JsonElement rule, string name) =>
        rule.TryGetProperty(name, out var words) ? [.. words.EnumerateArray().Select(word => word.GetString()!)] : [];
}
