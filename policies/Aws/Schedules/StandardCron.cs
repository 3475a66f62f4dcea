using System.Text.RegularExpressions;
using DrInfra.Policies.Kubernetes;

namespace DrInfra.Policies.Aws.Schedules;

/// <summary>
/// Cron expressions as Kubernetes and Velero read them: five fields with Sunday as 0, words such as <c>@daily</c>, <c>@every 6h</c>, and a
/// time zone before them. Source: github.com/robfig/cron, "CRON Expression Format".
/// </summary>
internal static partial class StandardCron
{
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
        if (text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) is ["@every", var time])
        {
            return GoDuration.Seconds(time) is > 0 and var seconds ? TimeSpan.FromSeconds(seconds) : null;
        }

        var fields = Words.GetValueOrDefault(text, text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return fields.Length == 5 && Of(fields) is { } schedule ? schedule.LongestGapIn(zone.Success ? zone.Groups["zone"].Value : null) : null;
    }

    private static ScheduleExpression? Of(string[] fields)
    {
        var minutes = CronField.Parse(Any(fields[0]), 0, 59);
        var hours = CronField.Parse(Any(fields[1]), 0, 23);
        var days = CronField.Parse(Any(fields[2]), 1, 31);
        var months = CronField.Parse(Any(fields[3]), 1, 12, CronFields.MonthNames);
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

    [GeneratedRegex(@"^(?:CRON_)?TZ=(?<zone>\S+)\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Zone();
}
