using DrInfra.Policies.Graph;
using DrInfra.Policies.Operations;

namespace DrInfra.Drctl.Diff;

/// <summary>A property that an update may change in place, without complaint, and by which data loses a copy, its history or its protection.</summary>
/// <param name="Types">The type tokens; empty: everything that holds data or guards it.</param>
/// <param name="Path">Where, as <see cref="ValuePairs"/> reads it.</param>
/// <param name="Fires">Whether the change from the first value to the second is such a loss; null is absent.</param>
/// <param name="Rule">The kind of refusal.</param>
/// <param name="Deed">What the change does; <c>{path}</c>, <c>{old}</c> and <c>{new}</c> are filled in.</param>
/// <param name="Detail">Which part, or what follows from it, filled in likewise; null where the deed says it.</param>
internal sealed record Guard(
    IReadOnlyList<string> Types, string Path, Func<PropertyValue?, PropertyValue?, bool> Fires, OperationRule Rule, string Deed, string? Detail = null)
{
    /// <summary>Whether the loss may be accepted where the workload keeps its objectives.</summary>
    public bool UnlessKept { get; init; }

    /// <summary>What the guards refuse of an update.</summary>
    /// <param name="guards">Those that are asked.</param>
    /// <param name="type">The type token.</param>
    /// <param name="old">The inputs that are there.</param>
    /// <param name="new">The inputs that will be.</param>
    /// <param name="ignored">Paths that an update leaves as they are.</param>
    public static IEnumerable<Refusal> Refusals(
        IEnumerable<Guard> guards, string type, MapValue old, MapValue @new, IReadOnlyList<string> ignored) =>
        from guard in guards
        where guard.Watches(type)
        from pair in ValuePairs.At(old, @new, guard.Path)
        where !ignored.Any(pair.Path.IsUnder) && guard.Fires(pair.Old, pair.New)
        select guard.Refused(pair);

    public bool Watches(string type) => Types.Count == 0 || Types.Contains(type, StringComparer.Ordinal);

    /// <summary>It was on, and is not any more, or nobody knows.</summary>
    public static bool Off(PropertyValue? old, PropertyValue? value) => IsOn(old) && !IsOn(value);

    /// <summary>It is on, or nobody knows, and was not.</summary>
    public static bool On(PropertyValue? old, PropertyValue? value) => !IsOn(old) && (IsOn(value) || IsUnknown(value));

    /// <summary>It goes, or is off from now on.</summary>
    public static bool Gone(PropertyValue? old, PropertyValue? value) => !IsEmpty(old) && IsEmpty(value);

    /// <summary>It named something and names something else, or nothing. What is unknown may be the same.</summary>
    public static bool Elsewhere(PropertyValue? old, PropertyValue? value) => !IsEmpty(old) && !IsUnknown(value) && !Equals(old?.Unwrapped, value?.Unwrapped);

    /// <summary>A whole item of a list goes.</summary>
    public static bool ItemGone(PropertyValue? old, PropertyValue? value) => old is not null && value is null;

    /// <summary>A number shrinks; where it is absent, this is what the service does.</summary>
    /// <param name="absent">The service's default.</param>
    /// <param name="endless">The number that stands for ever.</param>
    public static Func<PropertyValue?, PropertyValue?, bool> Shorter(double absent, double? endless = null) => (old, value) =>
    {
        var before = Number(old, absent, endless);
        return IsUnknown(value) ? !IsUnknown(old) : before is { } had && Number(value, absent, endless) is { } has && has < had;
    };

    /// <summary>A time after which something is deleted shrinks, or is set where there was none.</summary>
    public static readonly Func<PropertyValue?, PropertyValue?, bool> Sooner = Shorter(double.PositiveInfinity);

    public static bool IsOn(PropertyValue? value) => value?.Unwrapped switch
    {
        BoolValue flag => flag.Value,
        TextValue text => text.Value.ToUpperInvariant() is "ENABLED" or "ACTIVE" or "TRUE" or "ON",
        MapValue map => IsOn(map["enabled"]) || IsOn(map["status"]),
        _ => false,
    };

    private static bool IsUnknown(PropertyValue? value) => value?.Unwrapped is UnknownValue;

    private static bool IsEmpty(PropertyValue? value) => value?.Unwrapped switch
    {
        null or NullValue => true,
        TextValue text => text.Value.Length == 0,
        ListValue list => list.Count == 0,
        MapValue map => map.Count == 0,
        _ => false,
    };

    private static double? Number(PropertyValue? value, double absent, double? endless) => value?.Unwrapped switch
    {
        null or NullValue => absent,
        NumberValue number => number.Value == endless ? double.PositiveInfinity : number.Value,
        _ => null,
    };

    private Refusal Refused(ValuePair pair) => new(
        Rule,
        Filled(Deed, pair) + (Detail is null ? Doubt(pair) : ""),
        Detail is null ? null : Filled(Detail, pair) + Doubt(pair)) { UnlessKept = UnlessKept };

    private static string Filled(string message, ValuePair pair) => message
        .Replace("{path}", pair.Path.ToString(), StringComparison.Ordinal)
        .Replace("{old}", Shown(pair.Old), StringComparison.Ordinal)
        .Replace("{new}", Shown(pair.New), StringComparison.Ordinal);

    private static string Doubt(ValuePair pair) =>
        pair.New?.Unwrapped is UnknownValue ? "; not certain, because the new value is known only after the deployment" : string.Empty;

    private static string Shown(PropertyValue? value) => value is null ? "default" : Rendering.PropertyText.Of(value);
}
