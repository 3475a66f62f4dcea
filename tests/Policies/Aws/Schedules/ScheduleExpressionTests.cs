using System.Globalization;
using DrInfra.Policies.Aws.Schedules;
using FsCheck;
using FsCheck.Fluent;

namespace DrInfra.Tests.Policies.Aws.Schedules;

public class ScheduleExpressionTests
{
    [Theory]
    [InlineData("cron(0 * ? * * *)", 1)]
    [InlineData("cron(0 1/4 ? * * *)", 4)]
    [InlineData("cron(0 5 ? * * *)", 24)]
    [InlineData("cron(0 5 * * ? *)", 24)]
    [InlineData("cron(0 5 ? * SUN *)", 7 * 24)]
    [InlineData("cron(0 5 ? * 1,wed *)", 4 * 24)]
    [InlineData("cron(0 5 ? * MON-FRI *)", 3 * 24)]
    [InlineData("cron(0 5 1 * ? *)", 31 * 24)]
    [InlineData("cron(0 5 L * ? *)", 31 * 24)]
    [InlineData("cron(0 5 31 * ? *)", 61 * 24)]
    [InlineData("cron(0 5 1W * ? *)", 33 * 24)]
    [InlineData("cron(0 5 LW * ? *)", 33 * 24)]
    [InlineData("cron(0 5 ? * 2#1 *)", 35 * 24)]
    [InlineData("cron(0 5 ? * FRIL *)", 35 * 24)]
    [InlineData("cron(0 5 ? * L *)", 7 * 24)]
    [InlineData("cron(0 5 1 JAN,JUL ? *)", 184 * 24)]
    [InlineData("cron(0 5 29 2 ? *)", ((4 * 365) + 1) * 24)]
    [InlineData("cron(0 0/12 * * ? 2020-2199)", 12)]
    [InlineData("cron(0 1,2,20 * * ? *)", 18)]
    [InlineData("rate(1 hour)", 1)]
    [InlineData("rate(2 days)", 48)]
    [InlineData("rate(90 minutes)", 1.5)]
    public void LongestGap_OfAKnownSchedule(string expression, double hours) =>
        Assert.Equal(TimeSpan.FromHours(hours), ScheduleExpression.LongestGap(expression));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0 5 * * ? *")]
    [InlineData("cron(0 5 * * *)")]
    [InlineData("cron(0 5 * * * *)")]
    [InlineData("cron(0 5 ? * ? *)")]
    [InlineData("cron(60 5 * * ? *)")]
    [InlineData("cron(0 24 * * ? *)")]
    [InlineData("cron(0 5 0 * ? *)")]
    [InlineData("cron(0 5 * 13 ? *)")]
    [InlineData("cron(0 5 ? * 8 *)")]
    [InlineData("cron(0 5 ? * 2#6 *)")]
    [InlineData("cron(0 5-1 * * ? *)")]
    [InlineData("cron(0 */0 * * ? *)")]
    [InlineData("cron(0 5 30 FEB ? *)")]
    [InlineData("cron(0 5 * * ? *)x")]
    [InlineData("rate(0 hours)")]
    [InlineData("rate(1 week)")]
    [InlineData("at(tomorrow)")]
    public void Malformed_CannotBeRead(string? expression) => Assert.Null(ScheduleExpression.Parse(expression));

    [Theory]
    [InlineData("at(2027-01-01T00:00:00)")]
    [InlineData("cron(0 5 * * ? 2026)")]
    [InlineData("cron(0 5 * * ? 2026-2030)")]
    [InlineData("cron(0 5 * * ? 1970/2)")]
    public void RunsThatEndOrLeaveYearsOut_HaveNoLongestGap(string expression)
    {
        Assert.False(ScheduleExpression.Parse(expression)!.Repeats);
        Assert.Null(ScheduleExpression.LongestGap(expression));
    }

    [Theory]
    [InlineData("cron(0 5 * * ? *)", "Etc/UTC", 24)]
    [InlineData("cron(0 5 * * ? *)", null, 24)]
    [InlineData("cron(0 5 * * ? *)", "Europe/Dublin", 25)]
    [InlineData("cron(0 2 * * ? *)", "Europe/Berlin", 47)]
    [InlineData("cron(0 * * * ? *)", "Europe/Berlin", 2)]
    [InlineData("cron(0 1 ? * SUN *)", "America/New_York", (14 * 24) - 1)]
    [InlineData("rate(1 day)", "Europe/Berlin", 24)]
    public void ASummerTimeZone_LengthensTheGap(string expression, string? timezone, double hours) =>
        Assert.Equal(TimeSpan.FromHours(hours), ScheduleExpression.LongestGap(expression, timezone));

    [Theory]
    [InlineData("cron(0/30 * * * ? *)", 30)]
    [InlineData("cron(0 1,2,20 * * ? *)", 60)]
    [InlineData("cron(0 5 ? * MON,TUE *)", 24 * 60)]
    public void ShortestGap_OfAKnownSchedule(string expression, double minutes) =>
        Assert.Equal(TimeSpan.FromMinutes(minutes), ScheduleExpression.Parse(expression)!.ShortestGap);

    [Fact]
    public void LongestGap_IsThatOfCountingEveryMinuteOfFiveYears() => FsCheck.Fluent.Prop.ForAll(
        Schedules.ToArbitrary(), schedule => Counted(schedule) == ScheduleExpression.LongestGap(Text(schedule))).QuickCheckThrowOnFailure();

    private static Gen<int[]> Some(int minimum, int maximum) =>
        from count in Gen.Choose(1, 4)
        from values in Gen.ArrayOf(Gen.Choose(minimum, maximum), count)
        select values.Distinct().Order().ToArray();

    private static Gen<(int[] Minutes, int[] Hours, int[] Days, bool Weekly)> Schedules =>
        from minutes in Some(0, 59)
        from hours in Some(0, 23)
        from weekly in Gen.Elements(true, false)
        from days in weekly ? Some(1, 7) : Some(1, 28)
        select (minutes, hours, days, weekly);

    private static string Text((int[] Minutes, int[] Hours, int[] Days, bool Weekly) schedule) => string.Create(
        CultureInfo.InvariantCulture,
        $"cron({string.Join(',', schedule.Minutes)} {string.Join(',', schedule.Hours)} "
            + $"{(schedule.Weekly ? $"? * {string.Join(',', schedule.Days)}" : $"{string.Join(',', schedule.Days)} * ?")} *)");

    private static TimeSpan Counted((int[] Minutes, int[] Hours, int[] Days, bool Weekly) schedule)
    {
        var longest = TimeSpan.Zero;
        DateTime? last = null;
        for (var time = new DateTime(2023, 1, 1); time.Year < 2028; time = time.AddMinutes(1))
        {
            var day = schedule.Weekly ? (int)time.DayOfWeek + 1 : time.Day;
            if (!schedule.Days.Contains(day))
            {
                time = time.Date.AddDays(1).AddMinutes(-1);
            }
            else if (schedule.Hours.Contains(time.Hour) && schedule.Minutes.Contains(time.Minute))
            {
                longest = last is { } before && time - before > longest ? time - before : longest;
                last = time;
            }
        }

        return longest;
    }
}
