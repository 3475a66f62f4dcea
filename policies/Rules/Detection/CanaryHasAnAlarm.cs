using DrInfra.Policies.Aws.CloudWatch;
using DrInfra.Policies.Aws.Synthetics;

namespace DrInfra.Policies.Rules.Detection;

public sealed class CanaryHasAnAlarm : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        var watched = new WatchedStores(context.Estate);
        return from canary in context.Estate.OfType(SyntheticsTypes.Canary)
               where !watched.Of(canary).Any(found => found.Metric.Namespace == "CloudWatchSynthetics" && found.Alarm.Region == canary.Region)
               select Finding.Violation(canary, "no alarm in its Region uses the canary's SuccessPercent");
    }
}
