using DrInfra.Policies.Aws.Route53;

namespace DrInfra.Policies.Rules.Detection;

public sealed class AlarmHealthCheckFailsOnSilence : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        foreach (var check in context.Estate.OfType(Route53Types.HealthCheck).Where(check => check["type"].Text == "CLOUDWATCH_METRIC"))
        {
            var alarm = HealthCheckAlarm.Follow(context.Estate, check);
            if ((alarm.IsAbsent ? Verdict.Violation("it names no alarm", alarm.Path) : ReferenceVerdict.Of(context.Estate, alarm, "the alarm")) is { } verdict)
            {
                yield return new Finding(check, verdict);
            }

            var silence = check["insufficientDataHealthStatus"];
            if (silence.IsUnknown)
            {
                yield return Finding.Unknown(check, silence.Path);
            }
            else if (silence.Text != "Unhealthy")
            {
                yield return Finding.Violation(check, $"insufficientDataHealthStatus is {silence.Text ?? "LastKnownStatus"}, Unhealthy needed", silence.Path);
            }
        }
    }
}
