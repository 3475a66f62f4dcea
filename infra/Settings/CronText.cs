using System.Globalization;

namespace DrInfra.Infra.Settings;

/// <summary>
/// Times as cron says them: minute, hour, day of the month, month, day of the week. The part of it that Kubernetes takes
/// (https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#schedule-syntax), without its shorthands and time zones.
/// Own code, since Cronos takes what Kubernetes refuses: day 7, ranges that go round, last days.
/// </summary>
internal static class CronText
{
    /// <summary>What a message says is allowed.</summary>
    public const string Allowed = "five fields of cron in UTC: minute, hour, day of month, month, day of week, for example 30 2 * * 1-5";

    private static readonly string[] Months = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
    private static readonly string[] Days = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

    private static readonly (int Least, int Most, string[] Names)[] Fields =
        [(0, 59, []), (0, 23, []), (1, 31, []), (1, 12, Months), (0, 6, Days)];

    /// <summary>Whether a text says times so.</summary>
    public static bool IsCron(string text)
    {
        var fields = text.Split(' ');
        return fields.Length == Fields.Length && fields.Zip(Fields).All(pair => pair.First.Split(',').All(part => IsPart(part, pair.Second)));
    }

    // A value, a range or all of them, each with a step.
    private static bool IsPart(string part, (int Least, int Most, string[] Names) field)
    {
        var (values, step) = part.Split('/') switch
        {
            [var only] => (only, "1"),
            [var all, var each] => (all, each),
            _ => ("", ""),
        };
        if (Number(step) is not > 0)
        {
            return false;
        }

        return values == "*" || values.Split('-') switch
        {
            [var only] => Value(only, field) is not null,
            [var first, var last] => Value(first, field) is { } from && Value(last, field) is { } to && from <= to,
            _ => false,
        };
    }

    private static int? Value(string text, (int Least, int Most, string[] Names) field)
    {
        var named = Array.FindIndex(field.Names, name => name.Equals(text, StringComparison.OrdinalIgnoreCase));
        var value = named >= 0 ? named + field.Least : Number(text);
        return value >= field.Least && value <= field.Most ? value : null;
    }

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
}
