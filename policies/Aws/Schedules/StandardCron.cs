using System.Globalization;
using System.Text.RegularExpressions;
using DrInfra.Recovery;

namespace DrInfra.Policies.Aws.Schedules;

/// <summary>
/// Cron expressions as Kubernetes and Velero read them: five fields with Sunday as 0, words such as <c>@daily</c>, <c>@every 6h</c>, and a
/// time zone before them. Source: github.com/robfig/cron, "CRON Expression Format".
/// </summary>
internal static partial class StandardCron
{
    private static readonly string[] MonthNames = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
    private static readonly string[] DayNames = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        ["@yearly"] = "0 0 1 1 *",
        ["@annually"] = "0 0 1 1 *",
        ["@monthly"] = "0 0 1 * *",
        ["@weekly"] = "0 0 * * 0",
        ["@daily"] = "0 0 * * *",
        ["@midnight"] = "0 0 * * *",
        ["@hourly"] = "0 * * * *",
    };

    /// <summary>The longest time between two runs; null where the expression cannot be read or never runs.</summary>
    public static TimeSpan? LongestGap(string? expression)
    {
        if (expression is null)
        {
            return null;
        }

        var zone = Zone().Match(expression);
        var text = expression[zone.Length..].Trim();
        if (Every().Match(text) is { Success: true } every)
        {
            return Duration(every);
        }

        var fields = Words.GetValueOrDefault(text, text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return fields.Length == 5 && Of(fields) is { } schedule ? schedule.LongestGapIn(zone.Success ? zone.Groups["zone"].Value : null) : null;
    }

    private static ScheduleExpression? Of(string[] fields)
    {
        var minutes = CronField.Parse(Any(fields[0]), 0, 59);
        var hours = CronField.Parse(Any(fields[1]), 0, 23);
        var days = CronField.Parse(Any(fields[2]), 1, 31);
        var months = CronField.Parse(Any(fields[3]), 1, 12, MonthNames);
        var weekdays = CronField.Parse(Any(fields[4]), 0, 6, DayNames);
        if (minutes is null || hours is null || days is null || months is null || weekdays is null)
        {
            return null;
        }

        // Where both are restricted, it runs on the days that either names.
        var either = !IsAny(fields[2]) && !IsAny(fields[4]);
        return ScheduleExpression.Of(new CronFields(
            minutes, hours, date => either ? days.Contains(date.Day) || weekdays.Contains((int)date.DayOfWeek)
                : days.Contains(date.Day) && weekdays.Contains((int)date.DayOfWeek), months, EveryYear: true));
    }

    private static bool IsAny(string field) => field[0] is '*' or '?';

    private static string Any(string field) => field == "?" ? "*" : field;

    private static TimeSpan? Duration(Match every)
    {
        var seconds = new[] { ("h", UnitsOfTime.Hour), ("m", UnitsOfTime.Minute), ("s", 1) }.Sum(unit =>
            every.Groups[unit.Item1] is { Success: true } part ? double.Parse(part.Value, CultureInfo.InvariantCulture) * unit.Item2 : 0);
        return seconds > 0 ? TimeSpan.FromSeconds(seconds) : null;
    }

    [GeneratedRegex(@"^(?:CRON_)?TZ=(?<zone>\S+)\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Zone();

    [GeneratedRegex(@"^@every\s+(?:(?<h>[0-9.]+)h)?(?:(?<m>[0-9.]+)m)?(?:(?<s>[0-9.]+)s)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Every();
}
