using System.Collections.Concurrent;
using DrInfra.Policies.Aws.CloudWatch;
using DrInfra.Policies.Aws.Iam;
using DrInfra.Policies.Aws.Synthetics;

namespace DrInfra.Policies.Assessment;

/// <summary>
/// Whether an alarm tells anything before the event: whether its metric has data. One without data that takes silence for bad is red from the
/// first day, and a trigger acts on the change to red only; one that does not stays as it is.
/// </summary>
internal sealed class SignalLife
{
    private readonly ConcurrentDictionary<Node, Reason?> _dead = new();
    private readonly Estate _estate;

    private SignalLife(Estate estate) => _estate = estate;

    public static SignalLife In(Estate estate) => estate.Once(static estate => new SignalLife(estate));

    /// <summary>Why an alarm has no data; null where it has, or may have.</summary>
    public Reason? Dead(Node alarm) => _dead.GetOrAdd(alarm, static (alarm, estate) =>
        AlarmSight.In(estate).Blind(alarm)
        ?? (Canary.Behind(estate, new MetricAlarm(alarm)) is { } canary ? canary.Stopped ?? CanaryNeeds.Silenced(estate, canary.Node) : null), _estate);

    /// <summary>That an alarm is on a canary that asks other Regions than the one that is lost; null where it is not.</summary>
    public Reason? IsOfAnother(Node alarm, string? lost) =>
        lost is not null && Canary.Behind(_estate, new MetricAlarm(alarm)) is { } canary && canary.AsksElsewhere(_estate, lost)
            ? new Reason($"the canary does not ask {lost}", canary.Node)
            : null;
}
