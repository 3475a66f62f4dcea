using System.Globalization;
using DrInfra.Policies.Aws.CloudWatch;

namespace DrInfra.Policies.Rules.Detection;

public sealed class AlarmStatisticFitsItsMetric() : ResourceRule(CloudWatchTypes.MetricAlarm)
{
    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        foreach (var source in MetricSource.Of(node))
        {
            if (source.Statistic.IsUnknown)
            {
                yield return Verdict.Unknown(source.Statistic.Path);
            }
            else if (source.IsWhole && source.Statistic.IsAbsent && !source.MetricName.IsAbsent)
            {
                yield return Verdict.Violation("no statistic is set", "statistic");
            }
            else if (source.Known is { } metric && source.Statistic.Text is { } statistic && !Fits(metric, statistic))
            {
                yield return Verdict.Violation($"{statistic} of {metric.Name} does not show the fault", source.Statistic.Path);
            }
        }
    }

    private static bool Fits(RecoveryMetric metric, string statistic) => metric.Kind switch
    {
        MetricKind.Lag or MetricKind.Backlog => statistic == "Maximum" || IsHighPercentile(statistic),
        MetricKind.Failures => statistic is "Sum" or "Maximum",
        MetricKind.Percentage or MetricKind.Status => statistic is "Average" or "Minimum",
        MetricKind.Presence when metric.Name == "EngineUptime" => statistic is "SampleCount",
        MetricKind.Presence when metric.Name == "HealthyHostCount" => statistic is "Minimum" or "Average" or "Maximum",
        _ => statistic is "Sum" or "SampleCount" or "Maximum",
    };

    private static bool IsHighPercentile(string statistic) =>
        statistic.StartsWith('p') && double.TryParse(statistic.AsSpan(1), NumberStyles.Float, CultureInfo.InvariantCulture, out var percent)
            && percent is >= 90 and <= 100;
}
