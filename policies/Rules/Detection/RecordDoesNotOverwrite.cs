using DrInfra.Policies.Aws.Route53;

namespace DrInfra.Policies.Rules.Detection;

public sealed class RecordDoesNotOverwrite() : ResourceRule(Route53Types.Record)
{
    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        var flag = node["allowOverwrite"];
        yield return flag.IsUnknown ? Verdict.Unknown(flag.Path)
            : flag.Flag == true ? Verdict.Violation("it overwrites an existing record: allowOverwrite is on", flag.Path)
            : Verdict.Compliant;
    }
}
