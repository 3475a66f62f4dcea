using DrInfra.Policies.Assessment;
using DrInfra.Policies.Aws.RegionSwitch;

namespace DrInfra.Policies.Rules.Detection;

public sealed class TriggerIsSeenFromTwoRegions : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context) =>
        from plan in context.Estate.OfType(RegionSwitchTypes.Plan)
        from activated in FailoverPlan.Of(plan, null).Activated
        from verdict in Judge(context.Estate, plan, activated.Trigger, activated.Region)
        select new Finding(plan, verdict);

    private static IEnumerable<Verdict> Judge(Estate estate, Node plan, Prop trigger, string? target)
    {
        var lost = FailoverPlan.LostBy(plan, trigger);
        var signs = DetectorIndex.SignsOf(estate, plan, trigger);
        var conditions = trigger["conditions"];
        if (conditions.IsUnknown || Array.Exists(signs, alarm => alarm.Region is null))
        {
            yield return Verdict.Unknown(conditions.Path);
            yield break;
        }

        var life = SignalLife.In(estate);
        var dead = signs.Select(alarm => alarm.Target is { } node ? life.Dead(node) ?? life.IsOfAnother(node, lost) : null).ToArray();
        string[] seen = [.. signs.Where((_, at) => dead[at] is null).Select(alarm => alarm.Region!).Distinct(StringComparer.Ordinal)];
        if (signs.Length > 0 && seen.Length < 2)
        {
            var told = Array.Find(dead, reason => reason is not null) is { } fault ? $" ({fault.Text})" : "";
            yield return Verdict.Violation(
                seen is [var only]
                    ? $"one alarm that is wrong starts a failover: all that tells of the loss, and activates {target}, is seen from {only}{told}"
                    : $"nothing that has data tells of the loss that activates {target}{told}",
                conditions.Path);
        }
    }
}
