using System.Globalization;
using System.Text.RegularExpressions;
using DrInfra.Recovery;

namespace DrInfra.Policies.Kubernetes;

/// <summary>Durations as tools written in Go spell them: <c>720h0m0s</c>. Source: pkg.go.dev/time, ParseDuration.</summary>
internal static partial class GoDuration
{
    private static readonly (string Unit, double Seconds)[] Units = [("h", UnitsOfTime.Hour), ("m", UnitsOfTime.Minute), ("s", 1)];

    /// <summary>In seconds; null where it is none, or has units below a second.</summary>
    public static double? Seconds(string text)
    {
        var parts = Parts().Match(text);
        return !parts.Success ? null : Units.Sum(unit =>
            parts.Groups[unit.Unit] is { Success: true } part ? double.Parse(part.Value, CultureInfo.InvariantCulture) * unit.Seconds : 0);
    }

    [GeneratedRegex(
        @"^(?=.)(?:(?<h>[0-9]+\.?[0-9]*|\.[0-9]+)h)?(?:(?<m>[0-9]+\.?[0-9]*|\.[0-9]+)m)?(?:(?<s>[0-9]+\.?[0-9]*|\.[0-9]+)s)?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Parts();
}
