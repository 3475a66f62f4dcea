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

    private static PlannedChange Change(JsonElement element)
    {
        var change = element.GetProperty("change");
        var before = change.GetProperty("before");
        var after = change.GetProperty("after");
        string[] changed = before.ValueKind == JsonValueKind.Object && after.ValueKind == JsonValueKind.Object
            ? [.. before.EnumerateObject().Where(member => !after.TryGetProperty(member.Name, out var later) || !JsonElement.DeepEquals(member.Value, later)).Select(member => member.Name)]
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
