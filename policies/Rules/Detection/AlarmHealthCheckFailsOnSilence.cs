using DrInfra.Policies.Aws.Route53;

namespace DrInfra.Policies.Rules.Detection;

public sealed class AlarmHealthCheckFailsOnSilence : StackRule
{
    protected override RuleDescriptor About => new(
        "A health check on an alarm names one that is there, and is unhealthy while the alarm has no data.",
        Why: "With the Region its metrics are lost too: a check that takes silence for health keeps traffic there.",
        Fix: "Set insufficientDataHealthStatus to Unhealthy, and cloudwatchAlarmName and cloudwatchAlarmRegion to an alarm that is there.",
        Severity.High, "F6");

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
                yield return Finding.Violation(check, $"without data it is {silence.Text ?? "LastKnownStatus"}, Unhealthy needed", silence.Path);
            }
        }
    }
}
