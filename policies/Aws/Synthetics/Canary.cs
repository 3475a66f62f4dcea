using DrInfra.Policies.Aws.CloudWatch;
using DrInfra.Policies.Aws.Schedules;

namespace DrInfra.Policies.Aws.Synthetics;

/// <summary>A script that probes an endpoint by a schedule.</summary>
internal readonly record struct Canary(Node Node)
{
    public Prop Schedule => Node["schedule"]["expression"];

    /// <summary>The longest time between two runs; null where it is not started, runs once, or its schedule cannot be read.</summary>
    public TimeSpan? LongestGap =>
        Node["startCanary"].Flag != false && ScheduleExpression.LongestGap(Schedule.Text) is { } gap && gap > TimeSpan.Zero ? gap : null;

    /// <summary>The canary of its own Region whose failures an alarm rings for; null where it rings for none.</summary>
    public static Canary? Behind(Estate estate, MetricAlarm alarm) =>
        alarm is { Namespace: "CloudWatchSynthetics", RingsBelow: true, Threshold.Number: > 0 and <= 100 }
        && estate.References.Follow(alarm.Node, alarm.Dimension("CanaryName"), SyntheticsTypes.Canary).Target is { } canary
        && canary.Region == alarm.Node.Region
            ? new Canary(canary)
            : null;
}
