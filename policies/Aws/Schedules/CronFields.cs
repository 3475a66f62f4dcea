namespace DrInfra.Policies.Aws.Schedules;

/// <summary>The six fields of an AWS cron expression: minutes, hours, day of month, month, day of week, year.</summary>
/// <param name="EveryYear">Whether it runs in every year from some year on.</param>
internal sealed record CronFields(
    IReadOnlySet<int> Minutes, IReadOnlySet<int> Hours, Func<DateOnly, bool> IsDay, IReadOnlySet<int> Months, bool EveryYear)
{
    private const int FirstYear = 1970;
    private const int LastYear = 2199;

    /// <summary>Names of the months in cron expressions.</summary>
    public static readonly string[] MonthNames = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];

    /// <summary>Null where a field is malformed, or where not exactly one of the two day fields is a question mark.</summary>
    public static CronFields? Parse(string text)
    {
        var fields = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (fields.Length != 6 || (fields[2] == "?") == (fields[4] == "?"))
        {
            return null;
        }

        var minutes = CronField.Parse(fields[0], 0, 59);
        var hours = CronField.Parse(fields[1], 0, 23);
        var isDay = fields[2] == "?" ? CronDays.OfWeek(fields[4]) : CronDays.OfMonth(fields[2]);
        var months = CronField.Parse(fields[3], 1, 12, MonthNames);
        var years = CronField.Parse(fields[5], FirstYear, LastYear);
        return minutes is null || hours is null || isDay is null || months is null || years is null
            ? null
            : new CronFields(minutes, hours, isDay, months, years.Count == LastYear - years.Min() + 1);
    }
}
