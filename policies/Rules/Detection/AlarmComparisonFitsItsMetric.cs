using DrInfra.Policies.Aws.CloudWatch;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Detection;

public sealed class AlarmComparisonFitsItsMetric : ResourceRule
{
    protected override RuleDescriptor About => new(
        "An alarm on a lag or on failures rings when the value is high, one on successes or on presence when it is low.",
        Why: "With the wrong operator the alarm is red while all is well and turns green in the disaster.",
        Fix: "Use GreaterThan... for lags, backlogs and failures, LessThan... for successes, uptime and completed jobs.",
        Severity.High, "F6");

    public override IReadOnlyList<string> AppliesTo => [CloudWatchTypes.MetricAlarm];

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        var comparison = node["comparisonOperator"];
        if (comparison.IsUnknown)
        {
            return [Verdict.Unknown(comparison.Path)];
        }

        if (AlarmDirection.Of(node) is not { } direction)
        {
            return [Verdict.Violation($"the comparison is {comparison}, which CloudWatch does not know", comparison.Path)];
        }

        if (MetricSource.Single(node) is not var (_, metric) || direction == AlarmDirection.Both)
        {
            return [Verdict.Compliant];
        }

        return metric.BadWhenHigh == (direction == AlarmDirection.High)
            ? [Verdict.Compliant]
            : [Verdict.Violation($"it rings when {metric.Name} is {direction}, which is when all is well", comparison.Path)];
    }
}
