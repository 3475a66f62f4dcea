using DrInfra.Policies.Aws.CloudWatch;
using DrInfra.Recovery;

namespace DrInfra.Policies.Rules.Detection;

public sealed class AvailabilityAlarmIsFast() : ResourceRule(CloudWatchTypes.MetricAlarm)
{
    // Backups come by the hour or the day, told by their jobs or by events, and have rules of their own.
    private static readonly string[] Schedules = ["AWS/Backup", "AWS/Events"];

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        if (MetricSource.Single(node) is not var (_, metric) || Schedules.Contains(metric.Namespace, StringComparer.Ordinal) || metric.BadWhenHigh
            || AlarmDirection.Of(node) != AlarmDirection.Low)
        {
            return [Verdict.NotApplicable("not an availability alarm")];
        }

        var (period, points) = (new MetricAlarm(node).Period, new MetricAlarm(node).Points);
        if (period.IsUnknown || points.IsUnknown)
        {
            return [Verdict.Unknown(period.IsUnknown ? period.Path : points.Path)];
        }

        var minutes = period.Number * points.Number / UnitsOfTime.Minute;
        return [minutes > parameters["longestMinutes"]
            ? Verdict.Violation(
                string.Create(
                    System.Globalization.CultureInfo.InvariantCulture,
                        $"it goes to ALARM after {minutes} minutes of bad data, {parameters["longestMinutes"]} at most"),
                "period")
            : Verdict.Compliant];
    }
}
