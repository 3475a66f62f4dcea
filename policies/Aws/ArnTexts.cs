using System.Text.RegularExpressions;

namespace DrInfra.Policies.Aws;

/// <summary>The whole ARNs in a value, at any depth, also inside longer texts such as policies. Patterns are left out, those of events too.</summary>
internal static partial class ArnTexts
{
    public static IEnumerable<string> In(PropertyValue value) => value switch
    {
        TextValue text when text.Value.Contains("arn:", StringComparison.Ordinal) =>
            Whole().Matches(text.Value).Select(match => match.Value.TrimEnd('.', ':')).Where(arn => arn.IndexOfAny(['*', '?', '$']) < 0),
        ListValue list => list.SelectMany(In),
        MapValue map => map.Values.SelectMany(In),
        _ => [],
    };

    [GeneratedRegex(
        """(?<!"(prefix|suffix|wildcard)":\s*")arn:aws[a-z-]*:[a-z0-9-]+:[a-z0-9-]*:[0-9]*:[^\s"'\\,(){}]+""",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Whole();
}
