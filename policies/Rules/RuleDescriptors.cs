using System.Text.Json;

namespace DrInfra.Policies.Rules;

/// <summary>The descriptors of all rules, by id: a <c>rules.json</c> per area, beside the judgements.</summary>
internal static class RuleDescriptors
{
    private static readonly Lazy<Dictionary<string, RuleDescriptor>> ById = new(Read);

    public static IReadOnlyCollection<string> Ids => ById.Value.Keys;

    /// <exception cref="KeyNotFoundException">No area describes the rule.</exception>
    public static RuleDescriptor Of(string id) => ById.Value.TryGetValue(id, out var descriptor)
        ? descriptor
        : throw new KeyNotFoundException($"no rules.json under policies/Rules describes {id}");

    private static Dictionary<string, RuleDescriptor> Read()
    {
        var assembly = typeof(RuleDescriptors).Assembly;
        var found = new Dictionary<string, RuleDescriptor>(StringComparer.Ordinal);
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.EndsWith("/rules.json", StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            using var document = JsonDocument.Parse(stream);
            foreach (var rule in document.RootElement.EnumerateObject())
            {
                found.Add(rule.Name, Of(rule.Value));
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
