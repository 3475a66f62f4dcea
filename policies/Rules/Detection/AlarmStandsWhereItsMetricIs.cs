using DrInfra.Policies.Aws.CloudWatch;

namespace DrInfra.Policies.Rules.Detection;

public sealed class AlarmStandsWhereItsMetricIs : StackRule
{
    protected override RuleDescriptor About => new(
        "An alarm stands in the Region that publishes its metric.",
        Why: "CloudWatch sees the metrics of its own Region only: replication lag is published where the copy is, failed replication at the source, "
            + "health checks in us-east-1. Elsewhere the alarm has no data.",
        Fix: "Declare the alarm with the provider of the Region that the metric is published in.",
        Severity.High, "F6 H5");

    public override IEnumerable<Finding> Evaluate(RuleContext context) =>
        context.Estate.OfType(CloudWatchTypes.MetricAlarm).SelectMany(alarm => MetricHome.Faults(context.Estate, alarm)).Select(Finding.Of);
}
