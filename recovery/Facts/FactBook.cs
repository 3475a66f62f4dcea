using System.Text.Json;

namespace DrInfra.Recovery.Facts;

/// <summary>Every fact that the product knows, by id. <c>facts.json</c> holds them, one a line.</summary>
public static class FactBook
{
    private static readonly Lazy<Dictionary<string, Fact>> ById = new(Read);

    private static readonly Dictionary<string, FactKind> Kinds = FactKindNames.All.ToDictionary(kind => kind.Text());

    /// <summary>Every fact, in the order of the file.</summary>
    public static IReadOnlyCollection<Fact> All => ById.Value.Values;

    /// <summary>The fact with an id.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public static Fact Get(string id) => Find(id) ?? throw new KeyNotFoundException($"there is no fact '{id}' in facts.json");

    /// <summary>The fact with an id; null where there is none.</summary>
    public static Fact? Find(string id) => ById.Value.GetValueOrDefault(id);

    /// <summary>The figure of a fact, in its unit.</summary>
    /// <exception cref="InvalidOperationException">It has none.</exception>
    public static double Number(string id) => Get(id) is { Number: { } number } ? number : throw Without("number", id);

    /// <summary>The lower end of a fact's range, in its unit.</summary>
    /// <exception cref="InvalidOperationException">It has none.</exception>
    public static double Least(string id) => Get(id) is { Minimum: { } least } ? least : throw Without("minimum", id);

    /// <summary>The upper end of a fact's range, in its unit.</summary>
    /// <exception cref="InvalidOperationException">It has none.</exception>
    public static double Most(string id) => Get(id) is { Maximum: { } most } ? most : throw Without("maximum", id);

    /// <summary>The figure of a fact in seconds, the upper end of a range.</summary>
    /// <exception cref="InvalidOperationException">It is no duration.</exception>
    public static double Seconds(string id) => Get(id).Seconds ?? throw Without("duration", id);

    private static InvalidOperationException Without(string part, string id) => new($"the fact '{id}' has no {part}");

    private static Dictionary<string, Fact> Read()
    {
        using var stream = typeof(FactBook).Assembly.GetManifestResourceStream("facts.json")!;
        using var document = JsonDocument.Parse(stream);
        var facts = new Dictionary<string, Fact>(document.RootElement.GetArrayLength());
        foreach (var element in document.RootElement.EnumerateArray())
        {
            var fact = Of(element);
            facts.Add(fact.Id, fact);
        }

        return facts;
    }

    private static Fact Of(JsonElement element) => new(
        Text(element, "id"),
        Text(element, "component"),
        Text(element, "quantity"),
        Number(element, "number"),
        Number(element, "min"),
        Number(element, "max"),
        Words(element),
        Text(element, "unit"),
        Kinds[Text(element, "kind")],
        element.TryGetProperty("conditions", out var conditions) ? conditions.GetString()! : "",
        Text(element, "source"),
        Text(element, "title"),
        element.TryGetProperty("doubtful", out var doubtful) && doubtful.GetBoolean());

    private static string Text(JsonElement element, string key) => element.GetProperty(key).GetString()!;

    private static double? Number(JsonElement element, string key) => element.TryGetProperty(key, out var value) ? value.GetDouble() : null;

    private static string[] Words(JsonElement element) =>
        element.TryGetProperty("words", out var words) ? [.. words.EnumerateArray().Select(word => word.GetString()!)] : [];
}
