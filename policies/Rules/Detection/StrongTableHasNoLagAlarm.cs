using DrInfra.Policies.Aws.CloudWatch;

namespace DrInfra.Policies.Rules.Detection;

public sealed class StrongTableHasNoLagAlarm : StackRule
{
    protected override RuleDescriptor About => new(
        "No alarm watches the replication latency of a strongly consistent table.",
        Why: "Such a table publishes no replication latency: the alarm can never ring and hides that nothing watches the table.",
        Fix: "Remove the alarm, and watch the table's SystemErrors and SuccessfulRequestLatency instead.",
        Severity.Medium, "F6");

    public override IEnumerable<Finding> Evaluate(RuleContext context) =>
        context.Estate.OfType(CloudWatchTypes.MetricAlarm).SelectMany(alarm => AlarmSight.Unpublished(context.Estate, alarm)).Select(Finding.Of);
}
