using DrInfra.Policies.Aws;
using DrInfra.Policies.Aws.CloudWatch;

namespace DrInfra.Policies.Rules.Detection;

public sealed class RecoveryAlarmsAreOnADashboard : StackRule
{
    protected override RuleDescriptor About => new(
        "A pair of stacks has a dashboard that shows the state of its recovery.",
        Why: "Whoever decides on a failover needs lag, backups and detectors of both Regions on one page, not a search through two consoles.",
        Fix: "Declare an aws:cloudwatch/dashboard:Dashboard with the composite alarms of both Regions.",
        Severity.Low, "H7 I3");

    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        if (EstateScope.IsWhole(context.Estate)
            && context.Estate.OfType(CloudWatchTypes.MetricAlarm).Count > 0
            && context.Estate.OfType(CloudWatchTypes.Dashboard).Count == 0)
        {
            yield return new Finding(null, Verdict.Violation("there are alarms, but no dashboard that shows them"));
        }
    }
}
