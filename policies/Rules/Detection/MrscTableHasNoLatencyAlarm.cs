using DrInfra.Policies.Aws.CloudWatch;

namespace DrInfra.Policies.Rules.Detection;

public sealed class MrscTableHasNoLatencyAlarm : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context) =>
        context.Estate.OfType(CloudWatchTypes.MetricAlarm).SelectMany(alarm => AlarmSight.Unpublished(context.Estate, alarm)).Select(Finding.Of);
}
