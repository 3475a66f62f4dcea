using DrInfra.Policies.Reading;
using DrInfra.Recovery.Figures;

namespace DrInfra.Policies.Recovery;

/// <summary>The signals that tell of the loss of a workload's Region.</summary>
internal sealed class DetectorIndex
{
    private const string Canary = "aws:synthetics/canary:Canary";

    private static readonly HashSet<string> LagMetrics = new(StringComparer.Ordinal)
    {
        "AuroraGlobalDBRPOLag", "AuroraGlobalDBReplicationLag", "ReplicationLatency", "ReplicaLag", "BytesPendingReplication", "OperationsPendingReplication",
    };

    private readonly Dictionary<string, List<Node>> _byWorkload;
    private readonly Estate _estate;

    public DetectorIndex(Estate estate)
    {
        _estate = estate;
        _byWorkload = estate.OfType(AlarmIndex.MetricAlarm)
            .GroupBy(alarm => alarm.Workload ?? "", StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);
    }

    /// <summary>
    /// The signals of a workload that outlive the loss of a Region, each with the time until it rings: canaries that probe from
    /// another Region, and alarms there on replication that take silence for bad.
    /// </summary>
    public IEnumerable<(Node Alarm, Derivation Rings)> Surviving(string workload, string? lost)
    {
        foreach (var alarm in _byWorkload.GetValueOrDefault(workload) ?? [])
        {
            if (alarm.Region is null || alarm.Region == lost || alarm["treatMissingData"].Text != "breaching"
                || AlarmIndex.Rings(alarm, Basis.Enforced) is not { } rings)
            {
                continue;
            }

            if (alarm["namespace"].Text == "CloudWatchSynthetics" && Probe(alarm) is { } probe)
            {
                yield return (alarm, Derivation.Sum($"alarm {alarm.Name}", probe, rings));
            }
            else if (alarm["metricName"].Text is { } metric && LagMetrics.Contains(metric) && alarm["threshold"].Number is { } threshold
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

    // Up to one interval passes before the first probe that fails, and the probe itself takes up to its time-out.
    private Derivation? Probe(Node alarm)
    {
        var canary = _estate.References.Follow(alarm, alarm["dimensions"]["CanaryName"], Canary).Target;
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
