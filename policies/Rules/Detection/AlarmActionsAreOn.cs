using DrInfra.Policies.Aws;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Detection;

public sealed class AlarmActionsAreOn : ResourceRule
{
    public override string Description => "An alarm carries out its actions.";

    public override string Why => "An alarm whose actions are off turns red and tells nobody: the disaster is noticed by the customers.";

    public override string Fix => "Set actionsEnabled to true, or leave it out.";

    public override Severity Severity => Severity.High;

    public override IReadOnlyList<string> Practices => ["F6", "I3"];

    public override IReadOnlyList<string> Also => ["CLOUDWATCH_ALARM_ACTION_ENABLED_CHECK", "cloudwatch_alarm_actions_enabled"];

    public override IReadOnlyList<string> AppliesTo => TypeGroups.Alarms;

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        var flag = node["actionsEnabled"];
        yield return flag.IsUnknown ? Verdict.Unknown(flag.Path)
            : flag.Flag == false ? Verdict.Violation("the alarm's actions are off", flag.Path)
            : Verdict.Compliant;
    }
}
