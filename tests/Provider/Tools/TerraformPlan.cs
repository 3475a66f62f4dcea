using System.Text.Json;

namespace DrInfra.Tests.Provider.Tools;

/// <summary>What Terraform would do.</summary>
internal sealed record TerraformPlan(IReadOnlyList<PlannedChange> Changes)
{
    public IEnumerable<PlannedChange> Real => Changes.Where(change => change.Actions is not ["no-op"] and not ["read"]);

    public static TerraformPlan Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return new TerraformPlan([.. document.RootElement.TryGetProperty("resource_changes", out var changes) ? changes.EnumerateArray().Select(Change) : []]);
    }

    /// <summary>Null, an empty list and nothing at all are three ways to write the same.</summary>
    private static bool Same(JsonElement? before, JsonElement? after)
    {
        if (IsNothing(before) || IsNothing(after))
        {
            return IsNothing(before) && IsNothing(after);
        }

        var (left, right) = (before!.Value, after!.Value);
        return (left.ValueKind, right.ValueKind) switch
        {
            (JsonValueKind.Array, JsonValueKind.Array) => left.GetArrayLength() == right.GetArrayLength()
                && left.EnumerateArray().Zip(right.EnumerateArray()).All(pair => Same(pair.First, pair.Second)),
            (JsonValueKind.Object, JsonValueKind.Object) => left.EnumerateObject().Concat(right.EnumerateObject()).Select(member => member.Name).Distinct(StringComparer.Ordinal)
                .All(name => Same(Member(left, name), Member(right, name))),
            _ => JsonElement.DeepEquals(left, right),
        };
    }

    private static JsonElement? Member(JsonElement owner, string name) => owner.TryGetProperty(name, out var value) ? value : null;

    private static bool IsNothing(JsonElement? value) => value is null
        or { ValueKind: JsonValueKind.Null }
        || (value.Value.ValueKind == JsonValueKind.Array && value.Value.GetArrayLength() == 0);

    private static PlannedChange Change(JsonElement element)
    {
        var change = element.GetProperty("change");
        var before = change.GetProperty("before");
        var after = change.GetProperty("after");
        string[] changed = before.ValueKind == JsonValueKind.Object && after.ValueKind == JsonValueKind.Object
            ? [.. before.EnumerateObject().Where(member => !Same(member.Value, after.TryGetProperty(member.Name, out var later) ? later : null)).Select(member => member.Name)]
            : [];
        string[] replaces = change.TryGetProperty("replace_paths", out var paths) ? [.. paths.EnumerateArray().Select(path => string.Join('.', path.EnumerateArray()))] : [];
        return new PlannedChange(
            element.GetProperty("address").GetString()!,
            element.GetProperty("type").GetString()!,
            [.. change.GetProperty("actions").EnumerateArray().Select(action => action.GetString()!)],
            changed,
            replaces);
    }
}
