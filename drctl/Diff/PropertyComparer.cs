using System.Globalization;
using System.Text.Json;
using DrInfra.Policies.Graph;

namespace DrInfra.Drctl.Diff;

/// <summary>Finds the leaves in which two values differ.</summary>
public static class PropertyComparer
{
    // What identifies an item of the lists that providers treat as sets.
    private static readonly string[] ItemKeys = ["regionName", "region", "ruleName", "destinationVaultArn", "name", "id", "sid", "Sid"];

    /// <summary>Differences in ordinal order of the names, items in order of the lists.</summary>
    public static IEnumerable<(PropertyPath Path, PropertyValue? Old, PropertyValue? New)> Compare(MapValue old, MapValue @new) =>
        Members(PropertyPath.Empty, old, @new);

    /// <summary>The member that identifies the items of both lists; null where none does.</summary>
    internal static string? KeyOf(ListValue old, ListValue @new) => ItemKeys.FirstOrDefault(key => Identifies(old, key) && Identifies(@new, key));

    internal static Dictionary<string, PropertyValue> ByKey(ListValue list, string key) =>
        list.ToDictionary(item => KeyOf(item, key)!, item => item, StringComparer.Ordinal);

    internal static string? KeyOf(PropertyValue item, string key) => item is MapValue map && map[key] is TextValue text ? text.Value : null;

    private static IEnumerable<(PropertyPath Path, PropertyValue? Old, PropertyValue? New)> Values(
        PropertyPath path,
        PropertyValue? old,
        PropertyValue? @new)
    {
        if (Equals(old, @new))
        {
            return [];
        }

        return (old, @new) switch
        {
            (MapValue left, MapValue right) => Members(path, left, right),
            (ListValue left, ListValue right) => Items(path, left, right),
            (TextValue left, TextValue right) when Document(left.Value) is { } before && Document(right.Value) is { } after =>
                Documents(path, left, right, before, after),
            _ => [(path, old, @new)],
        };
    }

    private static IEnumerable<(PropertyPath Path, PropertyValue? Old, PropertyValue? New)> Members(
        PropertyPath path,
        MapValue old,
        MapValue @new) =>
        old.Keys.Union(@new.Keys, StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .SelectMany(key => Values(path.Member(key), old[key], @new[key]));

    private static IEnumerable<(PropertyPath Path, PropertyValue? Old, PropertyValue? New)> Items(
        PropertyPath path,
        ListValue old,
        ListValue @new)
    {
        if (old.Concat(@new).All(item => item is TextValue or NumberValue))
        {
            // A list of plain values reads best whole.
            return [(path, old, @new)];
        }

        if (KeyOf(old, @new) is { } name)
        {
            var before = ByKey(old, name);
            var after = ByKey(@new, name);
            return before.Keys.Union(after.Keys, StringComparer.Ordinal)
                .SelectMany(key => Values(path.Item(key), before.GetValueOrDefault(key), after.GetValueOrDefault(key)));
        }

        return Enumerable.Range(0, Math.Max(old.Count, @new.Count))
            .SelectMany(index => Values(path.Item(index.ToString(CultureInfo.InvariantCulture)), At(old, index), At(@new, index)));
    }

    private static List<(PropertyPath Path, PropertyValue? Old, PropertyValue? New)> Documents(
        PropertyPath path,
        TextValue old,
        TextValue @new,
        PropertyValue before,
        PropertyValue after)
    {
        var inside = Values(path.Document(), before, after).ToList();

        // The same document written otherwise is still a changed text.
        return inside.Count > 0 ? inside : [(path, old, @new)];
    }

    private static PropertyValue? At(ListValue list, int index) => index < list.Count ? list[index] : null;

    private static bool Identifies(ListValue list, string key) =>
        list.Select(item => KeyOf(item, key)).ToList() is var keys
        && keys.TrueForAll(found => found is not null)
        && keys.Distinct(StringComparer.Ordinal).Count() == keys.Count;

    private static PropertyValue? Document(string text)
    {
        if (!text.StartsWith('{') && !text.StartsWith('['))
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(text);
            return FromJson(document.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static PropertyValue FromJson(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => MapValue.Of(element.EnumerateObject().Select(member => KeyValuePair.Create(member.Name, FromJson(member.Value)))),
        JsonValueKind.Array => ListValue.Of(element.EnumerateArray().Select(FromJson)),
        JsonValueKind.String => PropertyValue.Of(element.GetString()!),
        JsonValueKind.Number => PropertyValue.Of(element.GetDouble()),
        JsonValueKind.True => PropertyValue.Of(true),
        JsonValueKind.False => PropertyValue.Of(false),
        _ => PropertyValue.Null,
    };
}
