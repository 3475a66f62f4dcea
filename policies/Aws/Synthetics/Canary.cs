using DrInfra.Policies.Aws.CloudWatch;
using DrInfra.Policies.Aws.Route53;
using DrInfra.Policies.Aws.Schedules;

namespace DrInfra.Policies.Aws.Synthetics;

/// <summary>A script that probes an endpoint by a schedule.</summary>
internal readonly record struct Canary(Node Node)
{
    public Prop Schedule => Node["schedule"]["expression"];

    /// <summary>The longest time between two runs; null where it is not started, runs once, or its schedule cannot be read.</summary>
    public TimeSpan? LongestGap =>
        Node["startCanary"].Flag != false && ScheduleExpression.LongestGap(Schedule.Text) is { } gap && gap > TimeSpan.Zero ? gap : null;

    /// <summary>Why it does not run, so that its metric has no data; null where it does, or the deployment will tell.</summary>
    public Reason? Stopped =>
        Node["startCanary"] is var start && !start.IsUnknown && start.Flag != true
            ? new Reason("the canary is not started", Node, start.Path)
        : Node["schedule"]["durationInSeconds"] is { Number: > 0 } duration
            ? new Reason($"the canary stops after {duration.Number} seconds", Node, duration.Path)
        : null;

    /// <summary>
    /// Whether what it asks is elsewhere than in a Region, as far as the records of its hosts tell; a name with failover records is in no Region.
    /// </summary>
    public bool AsksElsewhere(Estate estate, string region)
    {
        string?[] asked =
        [
            .. CanaryHosts.Of(Node).SelectMany(host => DnsName.Records(estate, host.Host))
                .Where(record => record["failoverRoutingPolicies"].Items.Count == 0).Select(record => ServedRegion.Of(estate, record)),
        ];
        return asked.Length > 0 && Array.TrueForAll(asked, each => each is not null && each != region);
    }

    /// <summary>The canary of its own Region whose failures an alarm rings for; null where it rings for none.</summary>
    public static Canary? Behind(Estate estate, MetricAlarm alarm) =>
        alarm is { Namespace: "CloudWatchSynthetics", RingsBelow: true, Threshold.Number: > 0 and <= 100 }
        && estate.References.Follow(alarm.Node, alarm.Dimension("CanaryName"), SyntheticsTypes.Canary).Target is { } canary
        && canary.Region == alarm.Node.Region
            ? new Canary(canary)
            : null;
}
