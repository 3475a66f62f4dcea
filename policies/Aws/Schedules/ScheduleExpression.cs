using System.Collections.Concurrent;
using System.Globalization;

namespace DrInfra.Policies.Aws.Schedules;

/// <summary>
/// When something runs, in the words of AWS schedules: <c>cron(0 5 ? * SUN *)</c>, <c>rate(12 hours)</c>, <c>at(2027-01-01T00:00:00)</c>.
/// Source: the EventBridge Scheduler guide, "Schedule types", whose cron fields AWS Backup uses too.
/// </summary>
public sealed record ScheduleExpression
{
    private const int MinutesPerDay = 24 * 60;

    private const int MostKnown = 10_000;

    private static readonly ConcurrentDictionary<string, ScheduleExpression?> Known = new(StringComparer.Ordinal);

    // Clocks go forward at one of these local hours, which then do not exist on that day.
    private const int LastSkippedHour = 3;

    private static readonly TimeSpan ClockShift = TimeSpan.FromHours(1);

    private ScheduleExpression(bool repeats, TimeSpan? longestGap, TimeSpan? longestGapWithClockShifts, TimeSpan? shortestGap)
    {
        Repeats = repeats;
        LongestGapInUtc = longestGap;
        LongestGapWithClockShifts = longestGapWithClockShifts;
        ShortestGap = shortestGap;
    }

    /// <summary>Whether it goes on for ever: not so for <c>at</c>, nor for a cron whose years end or have holes.</summary>
    public bool Repeats { get; }

    /// <summary>The longest time between two runs in a zone whose clock never shifts; null where it does not repeat.</summary>
    public TimeSpan? LongestGapInUtc { get; }

    /// <summary>The longest time between two runs in a zone with summer time; null where it does not repeat.</summary>
    public TimeSpan? LongestGapWithClockShifts { get; }

    /// <summary>The shortest time between two runs; null where it does not repeat.</summary>
    public TimeSpan? ShortestGap { get; }

    /// <summary>
    /// The longest time between two runs, over all years; null where the expression cannot be read or does not repeat for ever.
    /// </summary>
    /// <param name="expression">With its <c>cron()</c>, <c>rate()</c> or <c>at()</c>.</param>
    /// <param name="timezone">A zone by its IANA name; null is UTC. A zone that may have summer time counts as one that has it.</param>
    public static TimeSpan? LongestGap(string? expression, string? timezone = null) =>
        Parse(expression) is { } schedule ? schedule.LongestGapIn(timezone) : null;

    /// <inheritdoc cref="LongestGap"/>
    public TimeSpan? LongestGapIn(string? timezone) => HasClockShifts(timezone) ? LongestGapWithClockShifts : LongestGapInUtc;

    /// <summary>Null where the text is no such expression.</summary>
    public static ScheduleExpression? Parse(string? text)
    {
        if (text is null)
        {
            return null;
        }

        // Walking through the years costs a millisecond, and a stack has the same few schedules many times.
        if (Known.Count > MostKnown)
        {
            Known.Clear();
        }

        return Known.GetOrAdd(text, Read);
    }

    private static ScheduleExpression? Read(string text)
    {
        if (!text.EndsWith(')') || text.IndexOf('(', StringComparison.Ordinal) is not (> 0 and var open))
        {
            return null;
        }

        var body = text[(open + 1)..^1];
        return text[..open] switch
        {
            "cron" => CronFields.Parse(body) is { } fields ? Of(fields) : null,
            "rate" => Rate(body),
            "at" => DateTime.TryParseExact(body, "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
                ? new ScheduleExpression(false, null, null, null)
                : null,
            _ => null,
        };
    }

    private static bool HasClockShifts(string? timezone) =>
        timezone is not (null or "" or "UTC" or "UCT" or "Zulu" or "GMT" or "Universal" or "Greenwich")
        && !timezone.StartsWith("Etc/", StringComparison.Ordinal);

    private static ScheduleExpression? Rate(string body)
    {
        var parts = body.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length != 2 || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count < 1)
        {
            return null;
        }

        TimeSpan? every = parts[1] switch
        {
            "minute" or "minutes" => TimeSpan.FromMinutes(count),
            "hour" or "hours" => TimeSpan.FromHours(count),
            "day" or "days" => TimeSpan.FromDays(count),
            _ => null,
        };
        return every is null ? null : new ScheduleExpression(true, every, every, every);
    }

    /// <summary>Null where no day ever matches.</summary>
    internal static ScheduleExpression? Of(CronFields fields)
    {
        var days = CronDays.Gaps(fields);
        if (days.Count == 0)
        {
            return null;
        }

        if (!fields.EveryYear)
        {
            return new ScheduleExpression(false, null, null, null);
        }

        int[] minutes = [.. fields.Hours.SelectMany(hour => fields.Minutes.Select(minute => (hour * 60) + minute)).Order()];
        int[] within = [.. minutes.Zip(minutes.Skip(1), (earlier, later) => later - earlier)];
        var overnight = minutes[0] - minutes[^1];
        var longest = within.Append((days.Max() * MinutesPerDay) + overnight).Max();
        var shortest = within.Append((days.Min() * MinutesPerDay) + overnight).Min();
        // Back: a gap is an hour longer. Forward: a run in the missing hour is left out, and the rest is an hour shorter.
        var shifted = Math.Max(
            longest + (int)ClockShift.TotalMinutes,
            WithoutOneHour(minutes, days) - (int)ClockShift.TotalMinutes);
        return new ScheduleExpression(true, TimeSpan.FromMinutes(longest), TimeSpan.FromMinutes(shifted), TimeSpan.FromMinutes(shortest));
    }

    /// <summary>The longest gap where the runs of one hour of one night do not happen.</summary>
    private static int WithoutOneHour(int[] minutes, IReadOnlyList<int> days)
    {
        var longest = 0;
        var longestPair = days.Select((gap, at) => gap + days[(at + 1) % days.Count]).Max();
        for (var hour = 0; hour <= LastSkippedHour; hour++)
        {
            var first = Array.FindIndex(minutes, minute => minute / 60 == hour);
            if (first < 0)
            {
                continue;
            }

            var last = Array.FindLastIndex(minutes, minute => minute / 60 == hour);
            var (noneBefore, noneAfter) = (first == 0, last == minutes.Length - 1);
            var acrossDays = noneBefore && noneAfter ? longestPair : noneBefore || noneAfter ? days.Max() : 0;
            var before = noneBefore ? minutes[^1] : minutes[first - 1];
            var after = noneAfter ? minutes[0] : minutes[last + 1];
            longest = Math.Max(longest, (acrossDays * MinutesPerDay) + after - before);
        }

        return longest;
    }
}
