using DrInfra.Policies.Graph;

namespace DrInfra.Drctl.Diff;

/// <summary>How long buckets keep what is in them, by their lifecycle rules and locks.</summary>
internal static class Lifetime
{
    /// <summary>Days after which a rule deletes; null where it does not, or is off.</summary>
    public static PropertyValue? Of(PropertyValue? rule, string part, string days)
    {
        if (rule?.Unwrapped is not MapValue map || IsOff(map))
        {
            return null;
        }

        var member = map[part]?.Unwrapped is ListValue { Count: > 0 } list ? list[0] : map[part]?.Unwrapped;
        return (member as MapValue)?[days] is { } value and not NullValue ? value : null;
    }

    /// <summary>The same of versions that are no longer the current ones; its name differs between the resources.</summary>
    public static PropertyValue? OfVersions(PropertyValue? rule) =>
        Of(rule, "noncurrentVersionExpiration", "noncurrentDays") ?? Of(rule, "noncurrentVersionExpiration", "days");

    /// <summary>Whether a default lock goes, is shorter, or can be lifted by more people.</summary>
    public static bool LockIsWeaker(PropertyValue? old, PropertyValue? value)
    {
        if (old?.Unwrapped is not MapValue || value?.Unwrapped is UnknownValue)
        {
            return old?.Unwrapped is MapValue && !Equals(old, value);
        }

        var (before, after) = (Retention(old), Retention(value));
        return value?.Unwrapped is not MapValue
            || (Text(before, "mode") == "COMPLIANCE" && Text(after, "mode") != "COMPLIANCE")
            || Days(after) < Days(before);
    }

    /// <summary>Whether a rule that had no filter, or another one, selects less than before.</summary>
    public static bool IsNarrower(PropertyValue? old, PropertyValue? value) =>
        !IsEverything(value) && !Equals(old, value)
            && (IsEverything(old) || !(Prefix(value) is { } wanted && Prefix(old) is { } had && had.StartsWith(wanted, StringComparison.Ordinal)));

    private static bool IsOff(MapValue rule) => Text(rule, "status") is { } status ? status != "Enabled" : rule["enabled"] is BoolValue { Value: false };

    private static MapValue? Retention(PropertyValue? rule) =>
        (rule?.Unwrapped as MapValue)?["defaultRetention"]?.Unwrapped as MapValue ?? rule?.Unwrapped as MapValue;

    private static double Days(MapValue? retention) => retention switch
    {
        null => 0,
        _ when retention["days"]?.Unwrapped is NumberValue days => days.Value,
        _ when retention["years"]?.Unwrapped is NumberValue years => years.Value * 365,
        _ => 0,
    };

    private static bool IsEverything(PropertyValue? filter) => filter?.Unwrapped switch
    {
        null or NullValue => true,
        TextValue text => text.Value.Length == 0,
        MapValue map => map.Values.All(IsEverything),
        _ => false,
    };

    // A filter by prefix alone, or the prefix itself.
    private static string? Prefix(PropertyValue? filter) => filter?.Unwrapped switch
    {
        TextValue text => text.Value,
        MapValue { Count: 1 } map => Text(map, "prefix"),
        _ => null,
    };

    private static string? Text(MapValue? map, string name) => (map?[name]?.Unwrapped as TextValue)?.Value;
}
