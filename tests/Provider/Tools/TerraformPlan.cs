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

    /// <summary>
    /// Where two values differ, as paths without positions such as <c>rule.status</c>. Null, an empty list and nothing at all are
    /// three ways to write the same.
    /// </summary>
    private static IEnumerable<string> Differences(string path, JsonElement? before, JsonElement? after)
    {
        var (left, right) = (Something(before), Something(after));
        if (left is { ValueKind: JsonValueKind.Object } owner && right is { ValueKind: JsonValueKind.Object } other)
        {
            return owner.EnumerateObject().Concat(other.EnumerateObject()).Select(member => member.Name).Distinct(StringComparer.Ordinal)
                .SelectMany(name => Differences(path.Length == 0 ? name : $"{path}.{name}", Member(owner, name), Member(other, name)));
        }

        if (left is { ValueKind: JsonValueKind.Array } list && right is { ValueKind: JsonValueKind.Array } items
            && list.GetArrayLength() == items.GetArrayLength())
        {
            return list.EnumerateArray().Zip(items.EnumerateArray()).SelectMany(pair => Differences(path, pair.First, pair.Second))
                .Distinct(StringComparer.Ordinal);
        }

        var same = left is null || right is null ? left is null && right is null : JsonElement.DeepEquals(left.Value, right.Value);
        return same ? [] : [path];
    }

    private static JsonElement? Member(JsonElement owner, string name) => owner.TryGetProperty(name, out var value) ? value : null;

    private static JsonElement? Something(JsonElement? value) =>
        value is null or { ValueKind: JsonValueKind.Null } || (value.Value.ValueKind == JsonValueKind.Array && value.Value.GetArrayLength() == 0)
            ? null
            : value;

    private static PlannedChange Change(JsonElement element)
    {
        var change = element.GetProperty("change");
        var before = change.GetProperty("before");
        var after = change.GetProperty("after");
        string[] changed = before.ValueKind == JsonValueKind.Object && after.ValueKind == JsonValueKind.Object
            ? [.. Differences("", before, after)]
            : [];
        string[] replaces = change.TryGetProperty("replace_paths", out var paths)
            ? [.. paths.EnumerateArray().Select(path => string.Join('.', path.EnumerateArray()))]
            : [];
        return new PlannedChange(
            element.GetProperty("address").GetString()!,
            element.GetProperty("type").GetString()!,
            [.. change.GetProperty("actions").EnumerateArray().Select(action => action.GetString()!)],
            changed,
            replaces);
    }
}
