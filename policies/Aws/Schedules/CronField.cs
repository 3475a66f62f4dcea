using System.Globalization;

namespace DrInfra.Policies.Aws.Schedules;

/// <summary>One field of a cron expression: a list of values, ranges and steps.</summary>
internal static class CronField
{
    /// <summary>The values that a field stands for, at least one; null where it is malformed or out of bounds.</summary>
    /// <param name="names">Names of the values from <paramref name="minimum"/> on.</param>
    public static IReadOnlySet<int>? Parse(string text, int minimum, int maximum, IReadOnlyList<string>? names = null)
    {
        var values = new SortedSet<int>();
        foreach (var item in text.Split(','))
        {
            if (Item(item, minimum, maximum, names ?? []) is not { } range)
            {
                return null;
            }

            for (var value = range.From; value <= range.To; value += range.Step)
            {
                values.Add(value);
            }
        }

        return values;
    }

    /// <summary>A number or a name; null where it is neither or out of bounds.</summary>
    public static int? Value(string text, int minimum, int maximum, IReadOnlyList<string> names)
    {
        for (var i = 0; i < names.Count; i++)
        {
            if (string.Equals(names[i], text, StringComparison.OrdinalIgnoreCase))
            {
                return minimum + i;
            }
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= minimum && value <= maximum ? value : null;
    }

    private static (int From, int To, int Step)? Item(string text, int minimum, int maximum, IReadOnlyList<string> names)
    {
        var parts = text.Split('/');
        var step = parts.Length == 2 ? Value(parts[1], 1, maximum, []) : 1;
        if (parts.Length > 2 || step is null)
        {
            return null;
        }

        if (parts[0] == "*")
        {
            return (minimum, maximum, step.Value);
        }

        var ends = parts[0].Split('-');
        var from = Value(ends[0], minimum, maximum, names);
        // A single value with a step goes on to the end of the field.
        var to = ends.Length == 2 ? Value(ends[1], minimum, maximum, names) : parts.Length == 2 ? maximum : from;
        return ends.Length > 2 || from is null || to is null || to < from ? null : (from.Value, to.Value, step.Value);
    }
}
