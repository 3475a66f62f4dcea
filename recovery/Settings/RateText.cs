using System.Globalization;
using System.Text.RegularExpressions;

namespace DrInfra.Recovery.Settings;

/// <summary>
/// Amounts of data in a time, as people write them: <c>200 MB/s</c>, <c>1.5 GB per minute</c>, <c>500 GB/day</c>. Decimal
/// units: a GB is 10^9 bytes. Over nought, up to 1000 GB per second.
/// </summary>
public static partial class RateText
{
    /// <summary>What a message says is allowed.</summary>
    public const string Allowed = "a rate such as 200 MB/s, 1.5 GB per minute or 500 GB per day";

    private const double Fastest = 1000;

    /// <summary>Reads a rate in GB per second; false for anything else.</summary>
    public static bool TryParse(string? text, out double gigabytesPerSecond)
    {
        gigabytesPerSecond = 0;
        if (text is null || Form().Match(text.Trim()) is not { Success: true } match)
        {
            return false;
        }

        var gigabytes = double.Parse(match.Groups["amount"].ValueSpan, CultureInfo.InvariantCulture) / match.Groups["unit"].Value switch
        {
            "kB" => 1e6,
            "MB" => 1e3,
            "GB" => 1,
            _ => 1e-3,
        };
        gigabytesPerSecond = gigabytes / match.Groups["time"].Value switch
        {
            "s" or "second" => 1,
            "min" or "minute" => UnitsOfTime.Minute,
            "h" or "hour" => UnitsOfTime.Hour,
            _ => UnitsOfTime.Day,
        };
        return gigabytesPerSecond is > 0 and <= Fastest;
    }

    [GeneratedRegex(
        @"^(?<amount>[0-9]{1,12}(\.[0-9]{1,6})?) ?(?<unit>kB|MB|GB|TB)(/| per )(?<time>second|s|minute|min|hour|h|day|d)\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
