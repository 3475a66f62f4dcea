using System.Globalization;

namespace DrInfra.Policies.Aws.Schedules;

/// <summary>A weekly window in UTC, <c>sun:04:00-sun:04:30</c>, in minutes from Monday; it may go over the end of the week.</summary>
internal readonly record struct MaintenanceWindow(int Start, int Length)
{
    private const int Day = 24 * 60;
    private const int Week = 7 * Day;

    private static readonly string[] Days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    public static MaintenanceWindow? Parse(string? text) =>
        text?.Split('-') is [var from, var to] && Minute(from) is { } start && Minute(to) is { } end
            ? new MaintenanceWindow(start, ((end - start) + Week) % Week)
            : null;

    public bool Overlaps(MaintenanceWindow other) =>
        ((other.Start - Start) + Week) % Week < Length || ((Start - other.Start) + Week) % Week < other.Length;

    private static int? Minute(string text)
    {
        var parts = text.Trim().Split(':', 2);
        var day = Array.FindIndex(Days, name => name.Equals(parts[0], StringComparison.OrdinalIgnoreCase));
        return day >= 0 && parts.Length == 2 && TimeOnly.TryParseExact(parts[1], "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? (day * Day) + (time.Hour * 60) + time.Minute
            : null;
    }
}
