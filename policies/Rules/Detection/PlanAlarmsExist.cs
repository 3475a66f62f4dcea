using DrInfra.Policies.Aws;
using DrInfra.Policies.Aws.RegionSwitch;

namespace DrInfra.Policies.Rules.Detection;

public sealed class PlanAlarmsExist : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context) =>
        from plan in context.Estate.OfType(RegionSwitchTypes.Plan)
        from alarm in plan["associatedAlarms"].Items
        from verdict in Judge(context.Estate, plan, alarm)
        select new Finding(plan, verdict);

    private static IEnumerable<Verdict> Judge(Estate estate, Node plan, Prop alarm)
    {
        var reference = StatedName.Follow(estate, plan, alarm["resourceIdentifier"], TypeGroups.Alarms);
        if ((reference.IsAbsent
            ? Verdict.Violation("an associated alarm has no identifier", reference.Path)
            : ReferenceVerdict.Of(estate, reference, "the alarm")) is { } missing)
        {
            yield return missing;
        }

        var kind = alarm["alarmType"];
        if (!kind.IsUnknown && kind.Text is not ("applicationHealth" or "trigger"))
        {
            yield return Verdict.Violation($"the alarm's type is {kind}, applicationHealth or trigger needed", kind.Path);
        }

        var key = alarm["mapBlockKey"];
        if (key.Text is not { } name)
        {
            if (!key.IsUnknown)
            {
                yield return Verdict.Violation("an associated alarm has no key", key.Path);
            }
        }
        else if (kind.Text == "trigger" && !plan["triggers"].IsUnknown
            && !plan["triggers"].Items.SelectMany(trigger => trigger["conditions"].Items).Any(condition => condition["associatedAlarmName"].Text == name))
        {
            yield return Verdict.Violation($"no trigger uses the alarm {name}", key.Path);
        }

        // In one Region it is told apart by its name only, so a name that says another one is a slip.
        if (reference.Target?.Region is { } region && key.Text is { } said
            && plan["regions"].Items.Select(each => each.Text).OfType<string>()
                .FirstOrDefault(each => said.Contains(each, StringComparison.Ordinal)) is { } told
            && told != region)
        {
            yield return Verdict.Violation($"the key {said} contains {told}, but the alarm is in {region}", key.Path);
        }
    }
}
