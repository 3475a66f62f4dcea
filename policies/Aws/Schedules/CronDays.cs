using System.Globalization;

namespace DrInfra.Policies.Aws.Schedules;

/// <summary>On which days a cron expression runs, with the marks L (last), W (nearest weekday) and # (which one in the month).</summary>
internal static class CronDays
{
    // From here on, 28 years hold every combination of weekday and leap day, and a whole number of weeks: the calendar begins anew.
    private static readonly DateOnly CycleStart = new(2001, 1, 1);
    private const int CycleDays = 28 * 1461 / 4;

    private static readonly string[] DayNames = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

    /// <summary>The days from each run's day to the next, through one cycle of the calendar; none where no day ever matches.</summary>
    public static IReadOnlyList<int> Gaps(CronFields fields)
    {
        var days = new List<int>();
        for (var day = 0; day < CycleDays; day++)
        {
            var date = CycleStart.AddDays(day);
            if (fields.Months.Contains(date.Month) && fields.IsDay(date))
            {
                days.Add(day);
            }
        }

        return [.. days.Select((day, at) => at + 1 < days.Count ? days[at + 1] - day : days[0] + CycleDays - day)];
    }

    /// <summary>The day-of-month field; null where it is malformed.</summary>
    public static Func<DateOnly, bool>? OfMonth(string text)
    {
        if (text == "L")
        {
            return date => date.Day == LastDay(date);
        }

        if (text == "LW")
        {
            return date => date.Day == NearestWeekday(date, LastDay(date));
        }

        if (text.EndsWith('W'))
        {
            return CronField.Value(text[..^1], 1, 31, []) is { } wanted
                ? date => wanted <= LastDay(date) && date.Day == NearestWeekday(date, wanted)
                : null;
        }

        return CronField.Parse(text, 1, 31) is { } days ? date => days.Contains(date.Day) : null;
    }

    /// <summary>The day-of-week field, in which Sunday is 1; null where it is malformed.</summary>
    public static Func<DateOnly, bool>? OfWeek(string text)
    {
        if (text == "L")
        {
            return date => date.DayOfWeek == DayOfWeek.Saturday;
        }

        if (text.EndsWith('L'))
        {
            return Weekday(text[..^1]) is { } last ? date => NumberOf(date) == last && date.Day + 7 > LastDay(date) : null;
        }

        if (text.Split('#') is [var name, var which])
        {
            return Weekday(name) is { } weekday && CronField.Value(which, 1, 5, []) is { } nth
                ? date => NumberOf(date) == weekday && ((date.Day - 1) / 7) + 1 == nth
                : null;
        }

        return CronField.Parse(text, 1, 7, DayNames) is { } days ? date => days.Contains(NumberOf(date)) : null;
    }

    private static int? Weekday(string text) => CronField.Value(text, 1, 7, DayNames);

    private static int NumberOf(DateOnly date) => (int)date.DayOfWeek + 1;

    private static int LastDay(DateOnly date) => CultureInfo.InvariantCulture.Calendar.GetDaysInMonth(date.Year, date.Month);

    // The weekday nearest to a day, in the same month.
    private static int NearestWeekday(DateOnly month, int day) => new DateOnly(month.Year, month.Month, day).DayOfWeek switch
    {
        DayOfWeek.Saturday => day == 1 ? 3 : day - 1,
        DayOfWeek.Sunday => day == LastDay(month) ? day - 2 : day + 1,
        _ => day,
    };
}
