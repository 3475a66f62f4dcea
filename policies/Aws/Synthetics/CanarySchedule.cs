using System.Globalization;

namespace DrInfra.Policies.Aws.Synthetics;

/// <summary>How often a canary runs.</summary>
internal static class CanarySchedule
{
    /// <summary>The time between two runs; zero for <c>rate(0 minutes)</c>, which is one run only; null where the text is another schedule.</summary>
    public static TimeSpan? Interval(string expression)
    {
        var parts = expression.Split(['(', ')', ' '], StringSplitOptions.RemoveEmptyEntries);
        if (parts is ["rate", var count, var unit] && double.TryParse(count, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            return unit switch
            {
                "minute" or "minutes" => TimeSpan.FromMinutes(number),
                "hour" or "hours" => TimeSpan.FromHours(number),
                _ => null,
            };
        }

        if (parts is ["cron", var minutes, "*", _, _, _, ..])
        {
            var step = minutes.Split('/');
            return minutes == "*" ? TimeSpan.FromMinutes(1)
                : step is ["*" or "0", var every] && int.TryParse(every, CultureInfo.InvariantCulture, out var gap) && gap > 0 ? TimeSpan.FromMinutes(gap)
                : TimeSpan.FromHours(1);
        }

        return null;
    }
}
