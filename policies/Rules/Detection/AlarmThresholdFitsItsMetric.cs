using DrInfra.Policies.Aws.CloudWatch;
using DrInfra.Recovery;

namespace DrInfra.Policies.Rules.Detection;

public sealed class AlarmThresholdFitsItsMetric() : ResourceRule(CloudWatchTypes.MetricAlarm)
{
    private const string MaximumFailures = "maximumFailures";
    private const string LongestLagDays = "longestLagDays";

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        var threshold = node["threshold"];
        if (threshold.IsUnknown)
        {
            return [Verdict.Unknown(threshold.Path)];
        }

        if (threshold.IsAbsent && !node["thresholdMetricId"].IsAbsent)
        {
            return [Verdict.NotApplicable("the threshold is an anomaly detection band")];
        }

        if (threshold.Number is not { } value)
        {
            return [Verdict.Violation($"the threshold is {threshold}, a number needed", threshold.Path)];
        }

        return MetricSource.Single(node) is var (_, metric) && Problem(metric, value, node, parameters) is { } problem
            ? [Verdict.Violation(problem, threshold.Path)]
            : [Verdict.Compliant];
    }

    private static string? Problem(RecoveryMetric metric, double value, Node alarm, RuleParameters parameters) => metric.Kind switch
    {
        // From zero on, a lag of any length rings: a way to ask whether it is published at all.
        MetricKind.Lag when value == 0 && alarm["comparisonOperator"].Text == "GreaterThanOrEqualToThreshold" => null,
        MetricKind.Lag when value / metric.UnitsPerSecond < 1 =>
            $"a lag of {value / metric.UnitsPerSecond} seconds is always exceeded: the unit is {Unit(metric)}",
        MetricKind.Lag when value / metric.UnitsPerSecond > parameters[LongestLagDays] * UnitsOfTime.Day =>
            $"a lag of {value / metric.UnitsPerSecond / UnitsOfTime.Day:0.##} days is never exceeded: the unit is {Unit(metric)}",
        MetricKind.Failures when value < 0 => $"{metric.Name} is always above {value}",
        MetricKind.Failures when value > parameters[MaximumFailures] =>
            $"{value} of {metric.Name} are tolerated, at most {parameters[MaximumFailures]} allowed",
        MetricKind.Percentage when value is <= 0 or > 100 => $"{metric.Name} is never {(value <= 0 ? "below" : "above")} {value}: it goes from 0 to 100",
        MetricKind.Status when value is <= 0 or > 1 => $"{metric.Name} is 0 or 1, the threshold is {value}",
        MetricKind.Presence when value <= 0 => $"{metric.Name} is never below {value}",
        _ => null,
    };

    private static string Unit(RecoveryMetric metric) => metric.UnitsPerSecond == UnitsOfTime.MillisecondsPerSecond ? "milliseconds" : "seconds";
}
