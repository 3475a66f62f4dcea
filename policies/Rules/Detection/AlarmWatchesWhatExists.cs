using DrInfra.Policies.Aws.CloudWatch;

namespace DrInfra.Policies.Rules.Detection;

public sealed class AlarmWatchesWhatExists : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context) =>
        context.Estate.OfType(CloudWatchTypes.MetricAlarm).SelectMany(alarm => MetricSubjects.Faults(context.Estate, alarm)).Select(Finding.Of);
}
