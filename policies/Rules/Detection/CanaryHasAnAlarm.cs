using DrInfra.Policies.Aws.CloudWatch;
using DrInfra.Policies.Aws.Synthetics;

namespace DrInfra.Policies.Rules.Detection;

public sealed class CanaryHasAnAlarm : StackRule
{
    protected override RuleDescriptor About => new(
        "Every canary has an alarm on its success, in its own Region.",
        Why: "A canary only records that a workload is unreachable; without an alarm nobody is told and no plan is triggered.",
        Fix: "Declare a MetricAlarm on CloudWatchSynthetics SuccessPercent of the canary, with missing data breaching.",
        Severity.High, "F6 I3");

    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        var watched = new WatchedStores(context.Estate);
        return from canary in context.Estate.OfType(SyntheticsTypes.Canary)
               where !watched.Of(canary).Any(found => found.Metric.Namespace == "CloudWatchSynthetics" && found.Alarm.Region == canary.Region)
               select Finding.Violation(canary, "no alarm of its Region watches the canary");
    }
}
