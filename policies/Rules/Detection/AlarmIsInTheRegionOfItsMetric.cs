using DrInfra.Policies.Aws.CloudWatch;

namespace DrInfra.Policies.Rules.Detection;

public sealed class AlarmIsInTheRegionOfItsMetric : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context) =>
        context.Estate.OfType(CloudWatchTypes.MetricAlarm).SelectMany(alarm => MetricHome.Faults(context.Estate, alarm)).Select(Finding.Of);
}
