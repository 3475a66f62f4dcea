using System.Globalization;
using System.Text.RegularExpressions;
using DrInfra.Recovery;

namespace DrInfra.Policies.Kubernetes.Jobs;

/// <summary>
/// Durations as Flink spells them: <c>15m</c>, <c>15 min</c>, <c>900000</c> (milliseconds), <c>PT15M</c>. Source: nightlies.apache.org/flink,
/// TimeUtils.parseDuration.
/// </summary>
internal static partial class FlinkTime
{
    private const double Millisecond = 1d / UnitsOfTime.MillisecondsPerSecond;

    private static readonly Dictionary<string, double> Units = new(StringComparer.Ordinal)
    {
        ["d"] = UnitsOfTime.Day, ["day"] = UnitsOfTime.Day, ["days"] = UnitsOfTime.Day,
        ["h"] = UnitsOfTime.Hour, ["hour"] = UnitsOfTime.Hour, ["hours"] = UnitsOfTime.Hour,
        ["m"] = UnitsOfTime.Minute, ["min"] = UnitsOfTime.Minute, ["minute"] = UnitsOfTime.Minute, ["minutes"] = UnitsOfTime.Minute,
        ["s"] = 1, ["sec"] = 1, ["secs"] = 1, ["second"] = 1, ["seconds"] = 1,
        ["ms"] = Millisecond, [""] = Millisecond,
        ["milli"] = Millisecond, ["millis"] = Millisecond,
        ["millisecond"] = Millisecond, ["milliseconds"] = Millisecond,
    };

    /// <summary>In seconds; null where it is none.</summary>
    public static double? Seconds(string text)
    {
        var iso = Iso().Match(text.Trim());
        if (iso.Success && iso.Length > "PT".Length)
        {
            return Units.Where(unit => unit.Key is "d" or "h" or "m" or "s").Sum(unit =>
                iso.Groups[unit.Key] is { Success: true } part ? double.Parse(part.Value, CultureInfo.InvariantCulture) * unit.Value : 0);
        }

        var plain = Plain().Match(text);
        return plain.Success && Units.TryGetValue(plain.Groups["unit"].Value.ToLowerInvariant(), out var seconds)
            ? double.Parse(plain.Groups["number"].Value, CultureInfo.InvariantCulture) * seconds
            : null;
    }

    [GeneratedRegex(@"^\s*(?<number>[0-9]+)\s*(?<unit>[A-Za-z]*)\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Plain();

    [GeneratedRegex(
        @"^P(?:(?<d>[0-9]+)D)?(?:T(?:(?<h>[0-9]+)H)?(?:(?<m>[0-9]+)M)?(?:(?<s>[0-9]+)S)?)?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Iso();
}
