using System.Globalization;
using System.Text.RegularExpressions;

namespace DrInfra.Drctl.Projects;

/// <summary>What a plain (unquoted) scalar of YAML is, as the Pulumi CLI reads it.</summary>
internal static partial class YamlScalars
{
    /// <summary>Types a plain scalar. <paramref name="fault"/> says why it must be quoted, or is null.</summary>
    public static ConfigScalar Plain(string text, string where, out string? fault)
    {
        fault = null;
        switch (text)
        {
            case "" or "~" or "null" or "Null" or "NULL":
                return new ConfigScalar(where, ScalarKind.Null, "");
            case "true" or "True" or "TRUE":
                return new ConfigScalar(where, ScalarKind.Boolean, "true");
            case "false" or "False" or "FALSE":
                return new ConfigScalar(where, ScalarKind.Boolean, "false");
        }

        if (LeadingZero().IsMatch(text))
        {
            // The CLI would read an octal number, or drop the zero: both change an account id without a word.
            fault = "a number that begins with 0 loses it when the CLI reads it";
            return new ConfigScalar(where, ScalarKind.Text, text);
        }

        if (JsonInteger().IsMatch(text))
        {
            return new ConfigScalar(where, ScalarKind.Integer, text);
        }

        if (BasedInteger().Match(text) is { Success: true } based && TryParseBased(based, out var integer))
        {
            return new ConfigScalar(where, ScalarKind.Integer, integer.ToString(CultureInfo.InvariantCulture));
        }

        if (JsonNumber().IsMatch(text))
        {
            return new ConfigScalar(where, ScalarKind.Number, text);
        }

        if (YamlNumber().IsMatch(text) && double.Parse(text, CultureInfo.InvariantCulture) is var number && double.IsFinite(number))
        {
            return new ConfigScalar(where, number == Math.Floor(number) ? ScalarKind.Integer : ScalarKind.Number, number.ToString("R", CultureInfo.InvariantCulture));
        }

        if (NotFinite().IsMatch(text))
        {
            fault = "infinity and not-a-number cannot be handed to a program";
        }

        return new ConfigScalar(where, ScalarKind.Text, text);
    }

    private static bool TryParseBased(Match match, out long value)
    {
        var style = match.Groups["base"].Value;
        try
        {
            value = Convert.ToInt64(match.Groups["digits"].Value, style switch { "x" => 16, "o" => 8, _ => 2 });
            return value >= 0;
        }
        catch (Exception exception) when (exception is OverflowException or FormatException)
        {
            value = 0;
            return false;
        }
    }

    [GeneratedRegex("^[-+]?0[0-9]+$")]
    private static partial Regex LeadingZero();

    [GeneratedRegex("^-?(0|[1-9][0-9]*)$")]
    private static partial Regex JsonInteger();

    [GeneratedRegex("^0(?<base>[xob])(?<digits>[0-9a-fA-F]+)$")]
    private static partial Regex BasedInteger();

    [GeneratedRegex(@"^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?$")]
    private static partial Regex JsonNumber();

    [GeneratedRegex(@"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$")]
    private static partial Regex YamlNumber();

    [GeneratedRegex(@"^([-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN))$")]
    private static partial Regex NotFinite();
}
