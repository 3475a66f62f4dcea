namespace DrInfra.Policies.Aws.CloudWatch;

/// <summary>A metric that an alarm reads: its own one, or one of the metrics of its expression.</summary>
/// <param name="IsWhole">The alarm is on this metric alone, so threshold and operator speak of it.</param>
internal sealed record MetricSource(Prop Namespace, Prop MetricName, Prop Dimensions, Prop Period, Prop Statistic, bool IsWhole)
{
    /// <summary>What is known of the metric; null where it is none of recovery.</summary>
    public RecoveryMetric? Known => RecoveryMetrics.Find(Namespace.Text, MetricName.Text);

    public static IReadOnlyList<MetricSource> Of(Node alarm)
    {
        var queries = alarm["metricQueries"].Items;
        if (queries.Count == 0)
        {
            var statistic = alarm["statistic"].IsAbsent ? alarm["extendedStatistic"] : alarm["statistic"];
            return [new MetricSource(alarm["namespace"], alarm["metricName"], alarm["dimensions"], alarm["period"], statistic, true)];
        }

        return [.. queries.Select(query => query["metric"]).Where(metric => metric.IsKnown)
            .Select(metric =>
                new MetricSource(metric["namespace"], metric["metricName"], metric["dimensions"], metric["period"], metric["stat"], queries.Count == 1))];
    }

    /// <summary>Whether an alarm reads a metric of a namespace: services give metrics the same names.</summary>
    public static bool IsOf(Node alarm, string space) => Of(alarm).Any(source => source.Namespace.Text == space);

    /// <summary>The metric of an alarm on one known metric alone; null for all others.</summary>
    public static (MetricSource Source, RecoveryMetric Metric)? Single(Node alarm) =>
        Of(alarm) is [{ IsWhole: true, Known: { } metric } source] ? (source, metric) : null;
}
