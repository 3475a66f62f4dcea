namespace DrInfra.Policies.Aws.CloudWatch;

/// <summary>Whether the metrics that an alarm names are published at all.</summary>
internal static class MetricNames
{
    // Of these namespaces the table knows every metric that recovery could ask for.
    private static readonly string[] Closed = ["AWS/Backup"];

    /// <summary>What is wrong with the names of an alarm's metrics: with a slip in one the alarm never has data.</summary>
    public static IEnumerable<Reason> Faults(Node alarm)
    {
        foreach (var source in MetricSource.Of(alarm))
        {
            if (source.Namespace.IsUnknown || source.MetricName.IsUnknown)
            {
                yield return Reason.Unknown(alarm, (source.Namespace.IsUnknown ? source.Namespace : source.MetricName).Path);
            }
            else if (source.MetricName.Text is not { } name)
            {
                yield return new Reason("no metric is set", alarm, source.MetricName.Path);
            }
            else if (source.Namespace.Text is not { } space)
            {
                yield return new Reason($"{name} has no namespace", alarm, source.Namespace.Path);
            }
            else if (RecoveryMetrics.Find(space, name) is null && Meant(space, name) is { } meant)
            {
                yield return new Reason($"{space} has no metric {name}, only {meant}", alarm, source.MetricName.Path);
            }
        }
    }

    private static string? Meant(string space, string name)
    {
        if (RecoveryMetrics.All.FirstOrDefault(metric => IsNear(metric.Namespace, space) && IsNear(metric.Name, name)) is { } near)
        {
            return $"{near.Namespace} {near.Name}";
        }

        return Closed.Contains(space, StringComparer.Ordinal) ? "a metric of backup, copy or restore jobs" : null;
    }

    // One slip: other case, one letter more, less or changed.
    private static bool IsNear(string right, string written)
    {
        if (string.Equals(right, written, StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        if (Math.Abs(right.Length - written.Length) > 1)
        {
            return false;
        }

        var start = 0;
        while (start < right.Length && start < written.Length && right[start] == written[start])
        {
            start++;
        }

        var end = 0;
        while (end < right.Length - start && end < written.Length - start && right[^(end + 1)] == written[^(end + 1)])
        {
            end++;
        }

        return Math.Max(right.Length, written.Length) - start - end <= 1;
    }
}
