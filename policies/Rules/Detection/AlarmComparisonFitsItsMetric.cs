using DrInfra.Policies.Aws.CloudWatch;

namespace DrInfra.Policies.Rules.Detection;

public sealed class AlarmComparisonFitsItsMetric() : ResourceRule(CloudWatchTypes.MetricAlarm)
{
    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        var comparison = node["comparisonOperator"];
        if (comparison.IsUnknown)
        {
            return [Verdict.Unknown(comparison.Path)];
        }

        if (AlarmDirection.Of(node) is not { } direction)
        {
            return [Verdict.Violation($"comparisonOperator is {comparison}, which is not valid", comparison.Path)];
        }

        if (MetricSource.Single(node) is not var (_, metric) || direction == AlarmDirection.Both)
        {
            return [Verdict.Compliant];
        }

        return metric.BadWhenHigh == (direction == AlarmDirection.High)
            ? [Verdict.Compliant]
            : [Verdict.Violation($"it goes to ALARM when {metric.Name} is {direction}, which is the healthy state", comparison.Path)];
    }
}
