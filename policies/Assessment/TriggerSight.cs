using DrInfra.Policies.Aws.RegionSwitch;

namespace DrInfra.Policies.Assessment;

/// <summary>From where a trigger sees that a Region is lost: the other Regions in which a condition that tells of it has data.</summary>
/// <param name="Unknown">The property that says where the conditions are, where it is not known; the rest says nothing then.</param>
/// <param name="HasSigns">Whether any condition tells of the loss.</param>
/// <param name="Places">The Regions, each once.</param>
/// <param name="Fault">Why a condition does not count; null where all do.</param>
internal sealed record TriggerSight(Prop? Unknown, bool HasSigns, IReadOnlyList<string> Places, Reason? Fault)
{
    public static TriggerSight Of(Estate estate, Node plan, Prop trigger)
    {
        var lost = FailoverPlan.LostBy(plan, trigger);
        var signs = DetectorIndex.SignsOf(estate, plan, trigger);
        var conditions = FailoverPlan.ConditionList(trigger);
        if (conditions.IsUnknown || Array.Exists(signs, alarm => alarm.Region is null))
        {
            return new TriggerSight(conditions, true, [], null);
        }

        var life = SignalLife.In(estate);
        var dead = signs.Select(alarm => alarm.Target is { } node ? life.Dead(node) ?? life.IsOfAnother(node, lost) : null).ToArray();
        return new TriggerSight(
            null,
            signs.Length > 0,
            [
                .. signs.Where((alarm, at) => dead[at] is null && alarm.Region != lost)
                    .Select(alarm => alarm.Region!)
                    .Distinct(StringComparer.Ordinal),
            ],
            Array.Find(dead, reason => reason is not null));
    }
}
