using System.Globalization;
using DrInfra.Policies.Graph;

namespace DrInfra.Drctl.Diff;

/// <summary>The values that a resource has and will have at a place of its inputs.</summary>
internal static class ValuePairs
{
    /// <summary>
    /// All pairs at a pattern such as <c>rules[*].copyActions[*].lifecycle.deleteAfter</c>; <c>.*</c> is every member of a map.
    /// Items of a list are matched as in a comparison. Null stands for absent.
    /// </summary>
    public static IEnumerable<ValuePair> At(MapValue old, MapValue @new, string pattern)
    {
        IEnumerable<ValuePair> pairs = [new ValuePair(PropertyPath.Empty, old, @new)];
        foreach (var part in pattern.Split('.'))
        {
            // What is inside an item that goes is not looked at: the item is.
            pairs = pairs.Where(pair => pair.New is not null || !pair.IsItem);
            var name = part.EndsWith("[*]", StringComparison.Ordinal) ? part[..^"[*]".Length] : part;
            pairs = name == "*" ? pairs.SelectMany(Members) : pairs.Select(pair => Member(pair, name));
            if (name != part)
            {
                pairs = pairs.SelectMany(Items);
            }
        }

        return pairs;
    }

    private static ValuePair Member(ValuePair pair, string name) => new(pair.Path.Member(name), MemberOf(pair.Old, name), MemberOf(pair.New, name));

    // What is unknown as a whole is unknown in every part.
    private static PropertyValue? MemberOf(PropertyValue? value, string name) => value?.Unwrapped switch
    {
        MapValue map => map[name] is NullValue ? null : map[name],
        UnknownValue => value,
        _ => null,
    };

    private static IEnumerable<ValuePair> Members(ValuePair pair) => (pair.Old?.Unwrapped as MapValue ?? MapValue.Empty).Keys
        .Union((pair.New?.Unwrapped as MapValue ?? MapValue.Empty).Keys, StringComparer.Ordinal)
        .Order(StringComparer.Ordinal)
        .Select(name => Member(pair, name));

    private static IEnumerable<ValuePair> Items(ValuePair pair)
    {
        var (old, @new) = (ListOf(pair.Old), ListOf(pair.New));
        var unknown = pair.New?.Unwrapped is UnknownValue ? pair.New : null;
        if (PropertyComparer.KeyOf(old, @new) is not { } key)
        {
            return Enumerable.Range(0, Math.Max(old.Count, @new.Count)).Select(index => new ValuePair(
                pair.Path.Item(index.ToString(CultureInfo.InvariantCulture)),
                index < old.Count ? old[index] : null,
                index < @new.Count ? @new[index] : unknown)
            { IsItem = true });
        }

        var (before, after) = (PropertyComparer.ByKey(old, key), PropertyComparer.ByKey(@new, key));
        return before.Keys.Union(after.Keys, StringComparer.Ordinal).Select(name => new ValuePair(
            pair.Path.Item(name),
            before.GetValueOrDefault(name),
            after.TryGetValue(name, out var value) ? value
                : Renamed(before, @new, name, key) ?? unknown)
        { IsItem = true });
    }

    // The same item under another name is still there. A Region or a vault is no name: it is what the item is about.
    private static PropertyValue? Renamed(Dictionary<string, PropertyValue> before, ListValue @new, string name, string key) =>
        key is "region" or "regionName" or "destinationVaultArn"
            ? null
            : @new.FirstOrDefault(item => !before.ContainsKey(PropertyComparer.KeyOf(item, key) ?? "") && Same(item, before[name], key));

    private static bool Same(PropertyValue one, PropertyValue other, string key) =>
        one is MapValue left && other is MapValue right && Without(left, key).Equals(Without(right, key));

    private static MapValue Without(MapValue map, string key) => MapValue.Of(map.Where(member => member.Key != key));

    // One object where there could be several is a list of one.
    private static ListValue ListOf(PropertyValue? value) => value?.Unwrapped switch
    {
        ListValue list => list,
        MapValue map => ListValue.Of([map]),
        _ => ListValue.Of([]),
    };
}

/// <summary>What is, and what will be, at one place; null is absent.</summary>
internal sealed record ValuePair(PropertyPath Path, PropertyValue? Old, PropertyValue? New)
{
    /// <summary>Whether it is a whole item of a list.</summary>
    public bool IsItem { get; init; }
}
