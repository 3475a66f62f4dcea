using DrInfra.Policies.Aws.CloudWatch;
using DrInfra.Policies.Aws.Schedules;
using DrInfra.Policies.Aws.Synthetics;
using DrInfra.Policies.Graph;
using DrInfra.Recovery.Figures;

namespace DrInfra.Policies.Assessment;

/// <summary>The signals that tell of the loss of a workload's Region.</summary>
internal sealed class DetectorIndex
{
    private static readonly HashSet<string> LagMetrics = new(StringComparer.Ordinal)
    {
        "AuroraGlobalDBRPOLag", "AuroraGlobalDBReplicationLag", "ReplicationLatency", "ReplicaLag", "BytesPendingReplication", "OperationsPendingReplication",
    };

    private readonly Dictionary<string, List<Node>> _byWorkload;
    private readonly Estate _estate;
    private readonly AlarmListeners _listeners;
    private readonly AlarmSight _sight;

    /// <param name="workloadOf">The workload of a resource; empty where nobody says.</param>
    public DetectorIndex(Estate estate, Func<Node, string> workloadOf)
    {
        _estate = estate;
        _listeners = AlarmListeners.In(estate);
        _sight = AlarmSight.In(estate);
        _byWorkload = estate.OfType(CloudWatchTypes.MetricAlarm)
            .GroupBy(workloadOf, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);
    }

    /// <summary>
    /// The signals of a workload that outlive the loss of a Region, each with the time until it rings: canaries that probe from
    /// another Region, and alarms there on replication that take silence for bad.
    /// </summary>
    /// <param name="silenceCounts">False also takes alarms that ring by the lag alone, and not by silence.</param>
    public IEnumerable<(Node Alarm, Derivation Rings)> Surviving(string workload, string? lost, bool silenceCounts = true)
    {
        foreach (var alarm in _byWorkload.GetValueOrDefault(workload) ?? [])
        {
            if (alarm.Region is null || alarm.Region == lost || (silenceCounts && alarm["treatMissingData"].Text != "breaching")
                || AlarmIndex.Rings(alarm, Basis.Enforced) is not { } rings || Useless(alarm, lost) is not null)
            {
                continue;
            }

            if (alarm["namespace"].Text == "CloudWatchSynthetics" && Probe(alarm) is { } probe)
            {
                yield return (alarm, Derivation.Sum($"alarm {alarm.Name}", probe, rings));
            }
            else if (alarm["metricName"].Text is { } metric && LagMetrics.Contains(metric) && alarm["threshold"].Number is { } threshold and > 0
                && alarm["comparisonOperator"].Text is "GreaterThanThreshold" or "GreaterThanOrEqualToThreshold")
            {
                // In milliseconds for databases and tables, in seconds for buckets.
                var seconds = alarm["namespace"].Text == "AWS/S3" ? threshold : threshold / 1000;
                yield return (alarm, Derivation.Sum(
                    $"alarm {alarm.Name}",
                    Derivation.Leaf("lag from which it is bad", Figure.Exactly(seconds, Basis.Enforced), new Source(SourceKind.Property, "threshold", alarm.Urn)),
                    rings));
            }
        }
    }

    /// <summary>Why an alarm of a workload tells nobody when a Region is lost; null where all have data and are heard.</summary>
    public Reason? Unheard(string workload, string? lost) => (_byWorkload.GetValueOrDefault(workload) ?? [])
        .Where(alarm => alarm.Region is not null && alarm.Region != lost).Select(alarm => Useless(alarm, lost)).FirstOrDefault(reason => reason is not null);

    /// <summary>
    /// Whether an alarm is red all the while that its Region follows, so that a trigger may demand it beside a detector: that it
    /// followed until lately tells the loss of the writer from a fault of an idle standby.
    /// </summary>
    public static bool IsRedWhileFollowing(Node alarm, string? lost) =>
        alarm.Region is not null && alarm.Region != lost && alarm["metricName"].Text is { } metric && LagMetrics.Contains(metric)
        && alarm["comparisonOperator"].Text == "GreaterThanOrEqualToThreshold" && alarm["threshold"].Number is <= 0;

    private Reason? Useless(Node alarm, string? lost) => _sight.Blind(alarm) ?? _listeners.Deaf(alarm, lost);

    // Up to one interval passes before the first probe that fails, and the probe itself takes up to its time-out.
    private Derivation? Probe(Node alarm)
    {
        var canary = _estate.References.Follow(alarm, alarm["dimensions"]["CanaryName"], SyntheticsTypes.Canary).Target;
        if (canary is null || canary.Region != alarm.Region || canary["startCanary"].Flag == false
            || alarm["comparisonOperator"].Text is not ("LessThanThreshold" or "LessThanOrEqualToThreshold")
            || alarm["threshold"].Number is not (> 0 and <= 100)
            || ScheduleExpression.LongestGap(canary["schedule"]["expression"].Text) is not { } interval || interval <= TimeSpan.Zero)
        {
            return null;
        }

        return Derivation.Leaf("until a probe fails", new Figure(0, interval.TotalSeconds, Basis.Enforced), new Source(SourceKind.Property, "schedule.expression", canary.Urn));
    }
}
