using System.Globalization;
using System.Text.RegularExpressions;
using DrInfra.Recovery.Settings.Kit;

namespace DrInfra.Drctl.Projects;

/// <summary>What a scalar of YAML is, as the Pulumi CLI reads it.</summary>
internal static partial class EngineScalars
{
    /// <summary>The scalar as the CLI reads it: what stands in quotes is a text.</summary>
    public static EngineScalar Of(YamlText text) => text.Plain ? Plain(text.Text) : new EngineScalar(ScalarKind.Text, text.Text);

    /// <summary>What stands without quotes.</summary>
    public static EngineScalar Plain(string text)
    {
        switch (text)
        {
            case "" or "~" or "null" or "Null" or "NULL":
                return new EngineScalar(ScalarKind.Null, "");
            case "true" or "True" or "TRUE":
                return new EngineScalar(ScalarKind.Boolean, "true");
            case "false" or "False" or "FALSE":
                return new EngineScalar(ScalarKind.Boolean, "false");
        }

        if (LeadingZero().IsMatch(text))
        {
            // The CLI would read an octal number, or drop the zero: both change an account id without a word.
            return new EngineScalar(ScalarKind.Text, text, "the CLI drops the leading 0 of this number");
        }

        if (JsonInteger().IsMatch(text))
        {
            return new EngineScalar(ScalarKind.Integer, text);
        }

        if (BasedInteger().Match(text) is { Success: true } based && TryParseBased(based, out var integer))
        {
            return new EngineScalar(ScalarKind.Integer, integer.ToString(CultureInfo.InvariantCulture));
        }

        if (JsonNumber().IsMatch(text))
        {
            return new EngineScalar(ScalarKind.Number, text);
        }

        if (YamlNumber().IsMatch(text) && double.Parse(text, CultureInfo.InvariantCulture) is var number && double.IsFinite(number))
        {
            return new EngineScalar(number == Math.Floor(number) ? ScalarKind.Integer : ScalarKind.Number, number.ToString("R", CultureInfo.InvariantCulture));
        }

        return new EngineScalar(ScalarKind.Text, text, NotFinite().IsMatch(text) ? "infinity and not-a-number cannot be passed to a program" : null);
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
