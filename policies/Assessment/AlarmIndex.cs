using DrInfra.Policies.Aws.CloudWatch;
using DrInfra.Recovery.Facts;
using DrInfra.Recovery.Figures;

namespace DrInfra.Policies.Assessment;

/// <summary>Alarms that have data and that somebody hears, by metric and by what they watch.</summary>
internal sealed class AlarmIndex
{
    private readonly Dictionary<(string Metric, string Dimension), List<Node>> _byDimension = [];
    private readonly Dictionary<(string Metric, string Urn), List<Node>> _byTarget = [];

    public AlarmIndex(Estate estate)
    {
        var (listeners, sight) = (AlarmListeners.In(estate), AlarmSight.In(estate));
        foreach (var alarm in estate.OfType(CloudWatchTypes.MetricAlarm))
        {
            // An alarm without data, or that tells nobody, bounds nothing.
            var view = new MetricAlarm(alarm);
            if (view.Metric is not { } metric || sight.Blind(alarm) is not null || listeners.Deaf(alarm, lost: null) is not null)
            {
                continue;
            }

            foreach (var name in view.Dimensions)
            {
                Add(_byDimension, (metric, name), alarm);
            }

            foreach (var target in view.Watched)
            {
                Add(_byTarget, (metric, target.Urn), alarm);
            }
        }

        static void Add(Dictionary<(string, string), List<Node>> index, (string, string) key, Node alarm)
        {
            if (!index.TryGetValue(key, out var alarms))
            {
                index.Add(key, alarms = []);
            }

            alarms.Add(alarm);
        }
    }

    /// <summary>The alarms on a metric of a resource, by the name that its dimension has, or by dependency where that is unknown.</summary>
    public IReadOnlyList<Node> On(string metric, string? dimension, Node target) =>
        [.. (dimension is null ? [] : _byDimension.GetValueOrDefault((metric, dimension)) ?? [])
            .Concat(_byTarget.GetValueOrDefault((metric, target.Urn)) ?? [])
            .Distinct()];

    /// <summary>
    /// The time from when the metric first shows it until the alarm rings: period x data points, and the wait for the evaluation.
    /// Null where the alarm never can, or a figure is unknown.
    /// </summary>
    public static Derivation? Rings(Node alarm, Basis basis)
    {
        var view = new MetricAlarm(alarm);
        if (!view.CanRing)
        {
            return null;
        }

        var evaluation = FactBook.Get("cw-eval-std");
        return Derivation.Sum(
            "time until the alarm is in ALARM",
            Derivation.Times(
                "consecutive breaching datapoints",
                Derivation.Leaf("period", Figure.Exactly(view.Period.Number!.Value, basis), new Source(SourceKind.Property, view.Period.Path, alarm.Urn)),
                Derivation.Quantity("datapoints", view.Points.Number!.Value, "x", basis, new Source(SourceKind.Property, view.Points.Path, alarm.Urn))),
            Derivation.Leaf("evaluation delay", new Figure(0, evaluation.Seconds!.Value, basis), evaluation.ToSource()));
    }

    /// <summary>The least lag that one of the alarms watches; null where none does.</summary>
    /// <param name="unitsPerSecond">1000 where the metric is in milliseconds.</param>
    public static Derivation? LeastWatched(IEnumerable<Node> alarms, double unitsPerSecond) =>
        alarms.Select(alarm => Watched(alarm, unitsPerSecond)).OfType<Derivation>().MinBy(lag => lag.Figure.Worst);

    /// <summary>A lag that an alarm watches: its threshold, and the time until it rings. An alarm that is red at any lag tells nothing.</summary>
    /// <param name="unitsPerSecond">1000 where the metric is in milliseconds.</param>
    public static Derivation? Watched(Node alarm, double unitsPerSecond)
    {
        var view = new MetricAlarm(alarm);
        if (view.Threshold.Number is not { } threshold || threshold <= 0 || !view.RingsAbove || !view.IsOnValues || Rings(alarm, Basis.Alarm) is not { } rings)
        {
            return null;
        }

        return Derivation.Sum(
            "lag at which the alarm notifies",
            Derivation.Leaf(
                "threshold", Figure.Exactly(threshold / unitsPerSecond, Basis.Alarm), new Source(SourceKind.Property, view.Threshold.Path, alarm.Urn)),
            rings);
    }
}
