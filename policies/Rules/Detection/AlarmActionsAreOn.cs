using DrInfra.Policies.Aws;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Detection;

public sealed class AlarmActionsAreOn : ResourceRule
{
    protected override RuleDescriptor About => new(
        "An alarm carries out its actions.",
        Why: "An alarm whose actions are off turns red and tells nobody: the disaster is noticed by the customers.",
        Fix: "Set actionsEnabled to true, or leave it out.",
        Severity.High, "F6 I3",
        Published: "CLOUDWATCH_ALARM_ACTION_ENABLED_CHECK, cloudwatch_alarm_actions_enabled");

    public override IReadOnlyList<string> AppliesTo => TypeGroups.Alarms;

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        var flag = node["actionsEnabled"];
        yield return flag.IsUnknown ? Verdict.Unknown(flag.Path)
            : flag.Flag == false ? Verdict.Violation("the alarm's actions are off", flag.Path)
            : Verdict.Compliant;
    }
}
