using DrInfra.Policies.Aws;

namespace DrInfra.Policies.Rules.Detection;

public sealed class AlarmActionsAreEnabled() : ResourceRule(TypeGroups.Alarms)
{
    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        var flag = node["actionsEnabled"];
        yield return flag.IsUnknown ? Verdict.Unknown(flag.Path)
            : flag.Flag == false ? Verdict.Violation("the alarm's actions are disabled", flag.Path)
            : Verdict.Compliant;
    }
}
