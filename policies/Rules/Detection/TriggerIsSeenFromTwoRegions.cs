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
        var (conditions, sight) = (FailoverPlan.ConditionList(trigger), TriggerSight.Of(estate, plan, trigger));
        if (sight.Unknown is not null)
        {
            yield return Verdict.Unknown(conditions.Path);
        }
        else if (sight.HasSigns && sight.Places.Count < 2)
        {
            var told = sight.Fault is { } fault ? $" ({fault.Text})" : "";
            yield return Verdict.Violation(
                sight.Places is [var only]
                    ? $"one alarm that is wrong starts a failover: all that tells of the loss, and activates {target}, is seen from {only}{told}"
                    : $"nothing that has data tells of the loss that activates {target}{told}",
                conditions.Path);
        }
    }
}
