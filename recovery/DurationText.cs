using System.Globalization;

namespace DrInfra.Recovery;

/// <summary>
/// Durations as people write them: <c>(\d+(s|m|h|d))+</c>, for example <c>90s</c>, <c>1h30m</c>, <c>7d</c>, <c>0s</c>.
/// Whole seconds, from zero to 3650 days.
/// </summary>
public static class DurationText
{
    /// <summary>What a message says is allowed.</summary>
    public const string Allowed = "a duration such as 90s, 15m, 1h30m or 7d";

    private static readonly TimeSpan Longest = TimeSpan.FromDays(3650);

    /// <summary>Reads a duration; false for anything else, a value over 3650 days included.</summary>
    public static bool TryParse(string? text, out TimeSpan duration)
    {
        duration = TimeSpan.Zero;
        if (string.IsNullOrEmpty(text))
        {
            return false;
        }

        decimal seconds = 0;
        for (var at = 0; at < text.Length;)
        {
            var start = at;
            while (at < text.Length && char.IsAsciiDigit(text[at]))
            {
                at++;
            }

            if (at == start || at == text.Length || at - start > 9)
            {
                return false;
            }

            var count = int.Parse(text.AsSpan(start, at - start), NumberStyles.None, CultureInfo.InvariantCulture);
            var unit = text[at++] switch { 's' => 1, 'm' => UnitsOfTime.Minute, 'h' => UnitsOfTime.Hour, 'd' => UnitsOfTime.Day, _ => 0 };
            if (unit == 0)
            {
                return false;
            }

            seconds += (decimal)count * unit;
        }

        if (seconds > (decimal)Longest.TotalSeconds)
        {
            return false;
        }

        duration = TimeSpan.FromSeconds((double)seconds);
        return true;
    }

    /// <summary>The shortest text of a duration, in whole seconds: <c>1h30m</c>, <c>0s</c>.</summary>
    public static string Format(TimeSpan duration) => string.Concat(Counts(duration).Select(count => $"{count.Number}{count.Unit}"));

    /// <summary>The same for a sentence: <c>1 h 30 min</c>.</summary>
    public static string Spoken(TimeSpan duration) =>
        string.Join(' ', Counts(duration).Select(count => $"{count.Number} {(count.Unit == 'm' ? "min" : count.Unit)}"));

    private static IEnumerable<(long Number, char Unit)> Counts(TimeSpan duration)
    {
        // A part of a second counts as one: a figure is never told as less than it is.
        var rest = (long)Math.Ceiling(Math.Round(duration.TotalSeconds, 3));
        if (rest == 0)
        {
            yield return (0, 's');
        }

        foreach (var (unit, size) in new[] { ('d', UnitsOfTime.Day), ('h', UnitsOfTime.Hour), ('m', UnitsOfTime.Minute), ('s', 1) })
        {
            if (rest >= size)
            {
                yield return (rest / size, unit);
                rest %= size;
            }
        }
    }
}
