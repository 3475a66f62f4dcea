using DrInfra.Policies.Aws.CloudWatch;
using DrInfra.Policies.Aws.RegionSwitch;
using DrInfra.Policies.Aws.Synthetics;
using DrInfra.Recovery.Figures;

namespace DrInfra.Policies.Assessment;

/// <summary>The signals that tell of the loss of a workload's Region.</summary>
internal sealed class DetectorIndex
{
    private readonly Dictionary<string, List<Node>> _byWorkload;
    private readonly Estate _estate;
    private readonly AlarmListeners _listeners;
    private readonly SignalLife _life;

    /// <param name="workloadOf">The workload of a resource; empty where nobody says.</param>
    public DetectorIndex(Estate estate, Func<Node, string> workloadOf)
    {
        _estate = estate;
        _listeners = AlarmListeners.In(estate);
        _life = SignalLife.In(estate);
        _byWorkload = estate.OfType(CloudWatchTypes.MetricAlarm)
            .GroupBy(workloadOf, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);
    }

    /// <summary>
    /// The signals of a workload that outlive the loss of a Region, each with the time until it rings: canaries that probe from
    /// another Region, and alarms there on replication that take silence for bad.
    /// </summary>
    /// <param name="silenceCounts">False also takes alarms that ring by the lag alone, and not by silence.</param>
    /// <param name="byPeople">Whether people must hear it, and not a plan alone.</param>
    public IEnumerable<(Node Alarm, Derivation Rings)> Surviving(string workload, string? lost, bool silenceCounts = true, bool byPeople = false)
    {
        foreach (var alarm in _byWorkload.GetValueOrDefault(workload) ?? [])
        {
            var view = new MetricAlarm(alarm);
            if (alarm.Region is null || alarm.Region == lost || (silenceCounts && !view.RingsOnSilence)
                || AlarmIndex.Rings(alarm, Basis.Enforced) is not { } rings
                || _life.IsOfAnother(alarm, lost) is not null || Useless(alarm, lost, byPeople) is not null)
            {
                continue;
            }

            if (Canary.Behind(_estate, view) is { LongestGap: { } interval } canary)
            {
                // Up to one interval passes before the first probe that fails, and the probe itself takes up to its time-out.
                yield return (alarm, Derivation.Sum(
                    $"alarm {alarm.Name}",
                    Derivation.Leaf("interval until a probe fails", new Figure(0, interval.TotalSeconds, Basis.Enforced), Stated(canary.Schedule, canary.Node)),
                    rings));
            }
            else if (view.LagSeconds is { } seconds)
            {
                yield return (alarm, Derivation.Sum(
                    $"alarm {alarm.Name}",
                    Derivation.Leaf("lag threshold", Figure.Exactly(seconds, Basis.Enforced), Stated(view.Threshold, alarm)),
                    rings));
            }
        }
    }

    /// <summary>Why an alarm of a workload tells nobody when a Region is lost; null where all have data and are heard.</summary>
    public Reason? Unheard(string workload, string? lost) => (_byWorkload.GetValueOrDefault(workload) ?? [])
        .Where(alarm => alarm.Region is not null && alarm.Region != lost && _life.IsOfAnother(alarm, lost) is null)
        .Select(alarm => Useless(alarm, lost, byPeople: true)).FirstOrDefault(reason => reason is not null);

    /// <summary>The conditions of a trigger that tell of the loss: that a Region followed lately is no sign that another one is lost.</summary>
    public static Reference[] SignsOf(Estate estate, Node plan, Prop trigger)
    {
        var lost = FailoverPlan.LostBy(plan, trigger);
        return
        [
            .. FailoverPlan.ConditionsOf(estate, plan, trigger).Where(alarm => alarm.Target is not { } node || !IsRedWhileFollowing(node, lost)),
        ];
    }

    /// <summary>
    /// Whether an alarm is red all the while that its Region follows, so that a trigger may demand it beside a detector: that it
    /// followed until lately tells the loss of the writer from a fault of an idle standby.
    /// </summary>
    public static bool IsRedWhileFollowing(Node alarm, string? lost) =>
        alarm.Region is not null && alarm.Region != lost && new MetricAlarm(alarm).RingsAtAnyLag;

    private static Source Stated(Prop property, Node node) => new(SourceKind.Property, property.Path, node.Urn);

    private Reason? Useless(Node alarm, string? lost, bool byPeople) => _life.Dead(alarm) ?? _listeners.Deaf(alarm, lost, byPeople);
}
