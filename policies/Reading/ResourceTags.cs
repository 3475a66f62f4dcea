using System.Text.Json;
using DrInfra.Policies.Model;

namespace DrInfra.Policies.Reading;

/// <summary>Reads tags in the forms that providers give them: a map, a list of key and value, default tags as JSON text.</summary>
internal static class ResourceTags
{
    private const string ConditionPrefix = "aws:ResourceTag/";

    private static readonly Dictionary<string, string> None = [];

    public static IReadOnlyDictionary<string, string> Of(Node node)
    {
        // What the provider computed is asked only where its default tags cannot be read.
        var own = node.Input("tags");
        if (own.IsAbsent && node.Provider is null)
        {
            own = node.Output("tagsAll");
        }

        var fromProvider = node.Provider is { } provider && node.Type.StartsWith("aws:", StringComparison.Ordinal)
            ? Defaults(provider.Input("defaultTags"))
            : None;
        if (own.IsAbsent)
        {
            return fromProvider;
        }

        var tags = new Dictionary<string, string>(fromProvider, StringComparer.Ordinal);
        foreach (var (key, value) in Pairs(own))
        {
            tags[key] = value;
        }

        return tags;
    }

    /// <summary>The tag that a condition of AWS Backup is about: <c>aws:ResourceTag/team</c> is about <c>team</c>.</summary>
    public static string OfCondition(string key) => key.StartsWith(ConditionPrefix, StringComparison.Ordinal) ? key[ConditionPrefix.Length..] : key;

    private static IEnumerable<(string Key, string Value)> Pairs(Prop tags)
    {
        foreach (var (name, value) in tags.Members)
        {
            if (value.Text is { } text)
            {
                yield return (name, text);
            }
        }

        if (tags.Value is ListValue)
        {
            foreach (var item in tags.Items)
            {
                if (item["key"].Text is { } key && item["value"].Text is { } text)
                {
                    yield return (key, text);
                }
            }
        }
    }

    // The engine hands a provider's nested properties over as JSON text.
    private static Dictionary<string, string> Defaults(Prop defaults)
    {
        if (defaults.Value is MapValue)
        {
            return Pairs(defaults["tags"]).ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
        }

        if (defaults.Text is not { } json)
        {
            return None;
        }

        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("tags", out var tags) && tags.ValueKind == JsonValueKind.Object
                ? tags.EnumerateObject()
                    .Where(tag => tag.Value.ValueKind == JsonValueKind.String && !WireMarks.IsUnknown(tag.Value.GetString()!))
                    .ToDictionary(tag => tag.Name, tag => tag.Value.GetString()!, StringComparer.Ordinal)
                : None;
        }
        catch (JsonException)
        {
            return None;
        }
    }
}
