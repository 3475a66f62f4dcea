using DrInfra.Policies.Aws;
using DrInfra.Policies.Aws.CloudWatch;

namespace DrInfra.Policies.Rules.Detection;

public sealed class RecoveryAlarmsAreOnADashboard : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        if (EstateScope.IsWhole(context.Estate)
            && context.Estate.OfType(CloudWatchTypes.MetricAlarm).Count > 0
            && context.Estate.OfType(CloudWatchTypes.Dashboard).Count == 0)
        {
            yield return new Finding(null, Verdict.Violation("the alarms are on no dashboard"));
        }
    }
}
