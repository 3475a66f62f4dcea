using DrInfra.Policies.Aws.RecoveryControl;
using DrInfra.Recovery;

namespace DrInfra.Policies.Rules.Traffic;

public sealed class RoutingControlsHaveASafetyRule : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        var estate = context.Estate;
        var asserted = estate.OfType(RecoveryControlTypes.SafetyRule).Where(rule => rule["assertedControls"].IsStated())
            .SelectMany(rule => estate.References.FollowAll(rule, rule["assertedControls"], RecoveryControlTypes.RoutingControl)).ToArray();
        var guarded = asserted.Select(reference => reference.Target).OfType<Node>().ToHashSet();
        foreach (var panel in estate.OfType(RecoveryControlTypes.RoutingControl)
            .GroupBy(control =>
                estate.References.Follow(control, "controlPanelArn", RecoveryControlTypes.ControlPanel).Target?.Urn ?? control["controlPanelArn"].Text ?? "")
            .Where(panel => panel.Count() > 1))
        {
            foreach (var control in panel.Where(control => !guarded.Contains(control)))
            {
                yield return asserted.Any(reference => reference.IsUnknown)
                    ? Finding.Unknown(control, "controlPanelArn")
                    : Finding.Violation(control, "no safety rule keeps a control of its control panel on");
            }
        }

        foreach (var rule in estate.OfType(RecoveryControlTypes.SafetyRule))
        {
            foreach (var verdict in Judge(rule))
            {
                yield return new Finding(rule, verdict);
            }
        }
    }

    private static IEnumerable<Verdict> Judge(Node rule)
    {
        var config = rule["ruleConfig"];
        if (!config.IsStated())
        {
            yield return Verdict.Violation("it states no ruleConfig", "ruleConfig");
        }

        if (!rule["assertedControls"].IsStated() == !rule["gatingControls"].IsStated())
        {
            yield return Verdict.Violation("it states neither assertedControls nor gatingControls, or both", "assertedControls");
        }

        if (rule["gatingControls"].IsStated() && !rule["targetControls"].IsStated())
        {
            yield return Verdict.Violation("its gating rule has no targetControls", "targetControls");
        }

        if (rule["assertedControls"].IsStated())
        {
            if (config["inverted"].Flag == true)
            {
                yield return Verdict.Violation("it is inverted: it asserts that controls are off", config["inverted"].Path);
            }

            if (config["type"].Text is "ATLEAST" && config["threshold"].Number < 1)
            {
                yield return Verdict.Violation("it asserts that at least 0 controls are on", config["threshold"].Path);
            }

            if (config["type"].Text is { } type and not ("ATLEAST" or "AND" or "OR"))
            {
                yield return Verdict.Violation($"the safety rule type {type} is not valid", config["type"].Path);
            }

            if (config["threshold"].Number is { } threshold && rule["assertedControls"].Items.Count is > 0 and var count && threshold > count)
            {
                yield return Verdict.Violation($"it asserts {threshold} of {count} controls", config["threshold"].Path);
            }
        }

        if (rule["waitPeriodMs"].Number > UnitsOfTime.Minute * UnitsOfTime.MillisecondsPerSecond)
        {
            yield return Verdict.Violation($"waitPeriodMs is {rule["waitPeriodMs"]}, at most 60000 allowed", "waitPeriodMs");
        }
    }
}
