namespace DrInfra.Policies.Aws.Schedules;

/// <summary>
/// Schedules as Redshift spells them: <c>rate(4 hours)</c>, <c>cron(30 12 *)</c> or with a year. Its cron has no years and no days of
/// months where they are not stated.
/// </summary>
internal static class ScheduleDefinition
{
    /// <summary>The longest time between two runs of the most frequent definition; null where one cannot be read.</summary>
    public static TimeSpan? LongestGap(IReadOnlyList<Prop> definitions)
    {
        var gaps = definitions.Select(definition => Gap(definition.Text)).ToArray();
        return gaps.Any(gap => gap is null) ? null : gaps.Min();
    }

    private static TimeSpan? Gap(string? text)
    {
        if (text is null || !text.StartsWith("cron(", StringComparison.Ordinal))
        {
            return ScheduleExpression.LongestGap(text);
        }

        // Minutes, hours, days of the week: the fields that others write between are any.
        var fields = text[5..].TrimEnd(')').Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return fields.Length == 3
            ? ScheduleExpression.LongestGap($"cron({fields[0]} {fields[1]} {(fields[2] is "*" or "?" ? "* * ? *" : $"? * {fields[2]} *")})")
            : ScheduleExpression.LongestGap(text);
    }
}
