using System.Globalization;
using DrInfra.Policies.Graph;

namespace DrInfra.Drctl.Rendering;

/// <summary>Values for people: texts as they are, secrets hidden at any depth, the rest as short JSON.</summary>
internal static class PropertyText
{
    public const string Absent = "(none)";

    public const string Unknown = "[unknown until deployed]";

    public static string Of(PropertyValue? value) => value switch
    {
        null => Absent,
        TextValue { Value: "" } => "\"\"",
        TextValue text => text.Value,
        _ => Nested(value),
    };

    private static string Nested(PropertyValue value) => value switch
    {
        NullValue => "null",
        BoolValue flag => flag.Value ? "true" : "false",
        NumberValue number => number.Value.ToString(CultureInfo.InvariantCulture),
        TextValue text => JsonPropertyText.ToJson(text),
        SecretValue => SecretValue.Placeholder,
        UnknownValue => Unknown,
        ListValue list => $"[{string.Join(", ", list.Select(Nested))}]",
        MapValue { Count: 0 } => "{}",
        MapValue map => $"{{ {string.Join(", ", map.Select(member => $"{member.Key}: {Nested(member.Value)}"))} }}",
        MarkedValue marked => $"{marked.Kind.ToString().ToLowerInvariant()} {Nested(marked.Content)}",
        _ => throw new NotSupportedException($"A {value.GetType().Name} has no form in text."),
    };
}
