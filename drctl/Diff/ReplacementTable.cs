using System.Collections.Frozen;
using System.Text.Json;
using DrInfra.Policies.Graph;

namespace DrInfra.Drctl.Diff;

/// <summary>
/// Which changes of properties make a new resource. From replacements.json: what plans of the provider showed, written by tests/Provider,
/// and what was reviewed by hand. Whatever is in neither may replace: for what holds data, doubt counts as danger.
/// </summary>
internal sealed class ReplacementTable
{
    private static readonly Lazy<ReplacementTable> Loaded = new(Load);

    private readonly ILookup<string, ReviewedReplacements> _reviewed;

    private ReplacementTable(FrozenDictionary<string, TypeReplacements> planned, IReadOnlyList<ReviewedReplacements> reviewed)
    {
        Planned = planned;
        Reviewed = reviewed;
        _reviewed = reviewed.ToLookup(entry => entry.Type, StringComparer.Ordinal);
    }

    public static ReplacementTable Shipped => Loaded.Value;

    /// <summary>By type token.</summary>
    public IReadOnlyDictionary<string, TypeReplacements> Planned { get; }

    public IReadOnlyList<ReviewedReplacements> Reviewed { get; }

    /// <summary><see cref="Operation.Update"/>, <see cref="Operation.MayReplace"/> or <see cref="Operation.Replace"/>.</summary>
    public Operation Of(string type, PropertyChange change)
    {
        var reviewed = _reviewed[type].ToList();
        if (reviewed.Exists(entry => Names(entry.MayReplace, change)))
        {
            return Operation.MayReplace;
        }

        var planned = Planned.GetValueOrDefault(type);
        if (reviewed.Exists(entry => Names(entry.InPlace, change)) || Names(planned?.InPlace, change))
        {
            return Operation.Update;
        }

        // A value that appears may be the one that the service had chosen.
        return IsKnown(change.Old) && IsKnown(change.New) && Names(planned?.Replaces, change) ? Operation.Replace : Operation.MayReplace;
    }

    private static bool IsKnown(PropertyValue? value) => value is { ContainsUnknown: false } and not NullValue;

    private static bool Names(IReadOnlyList<string>? patterns, PropertyChange change) => patterns is not null
        && patterns.Any(pattern => Names(pattern, change));

    private static bool Names(string pattern, PropertyChange change)
    {
        var place = pattern.Length > 3 ? pattern[..^3] : pattern;
        return pattern[place.Length..] switch
        {
            "[+]" => change.Old is null && (change.Path.Is($"{place}[*]") || change.Path.Is(place)),
            "[-]" => change.New is null && (change.Path.Is($"{place}[*]") || change.Path.Is(place)),
            "[=]" => IsKnown(change.Old) && IsKnown(change.New) && change.Path.IsUnder(place),
            _ => change.Path.IsUnder(pattern),
        };
    }

    private static ReplacementTable Load()
    {
        using var stream = typeof(ReplacementTable).Assembly.GetManifestResourceStream("replacements.json")!;
        using var document = JsonDocument.Parse(stream);
        var root = document.RootElement;
        return new ReplacementTable(
            root.GetProperty("planned").EnumerateObject()
                .ToFrozenDictionary(type => type.Name, type =>
                new TypeReplacements(Texts(type.Value, "inPlace"), Texts(type.Value, "replaces")), StringComparer.Ordinal),
            [.. root.GetProperty("reviewed").EnumerateArray().Select(entry => new ReviewedReplacements(
                entry.GetProperty("type").GetString()!,
                Texts(entry, "inPlace"),
                Texts(entry, "mayReplace"),
                entry.GetProperty("source").GetString()!))]);
    }

    private static string[] Texts(JsonElement owner, string name) =>
        owner.TryGetProperty(name, out var list) ? [.. list.EnumerateArray().Select(item => item.GetString()!)] : [];
}
