using System.Globalization;

namespace DrInfra.Infra.Settings;

/// <summary>
/// Schedules of cron as EventBridge Scheduler spells them: six fields, with a year, one of the two fields for days being <c>?</c>, and Sunday being
/// 1 where cron counts from 0 (https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html).
/// </summary>
public static class SchedulerCron
{
    private const int Fields = 5;

    /// <summary>The expression; null where both fields for days say something, which the service does not take.</summary>
    /// <param name="cron">Five fields, in UTC.</param>
    public static string? Of(string cron)
    {
        var fields = cron.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return fields is not [var minute, var hour, var day, var month, var weekday] || fields.Length != Fields ? null
            : weekday == "*" ? $"cron({minute} {hour} {day} {month} ? *)"
            : day == "*" ? $"cron({minute} {hour} ? {month} {Weekdays(weekday)} *)"
            : null;
    }

    // Names stay, and so does a step, which is no day.
    private static string Weekdays(string field) => string.Join(',', field.Split(',').Select(part =>
        part.Split('/') is [var days, .. var step] ? string.Join('/', [string.Join('-', days.Split('-').Select(Weekday)), .. step]) : part));

    private static string Weekday(string day) =>
        int.TryParse(day, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? (number + 1).ToString(CultureInfo.InvariantCulture)
            : day.ToUpperInvariant();
}
