using DrInfra.Policies.Aws.Route53;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Detection;

public sealed class RecordDoesNotOverwrite : ResourceRule
{
    protected override RuleDescriptor About => new(
        "A record does not take over one that somebody else has made.",
        Why: "With allowOverwrite two stacks steal the same name from each other silently, and the last deployment decides where traffic goes.",
        Fix: "Set allowOverwrite to false or leave it out; import a record that exists already.",
        Severity.Medium, "F2 T3");

    public override IReadOnlyList<string> AppliesTo => [Route53Types.Record];

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        var flag = node["allowOverwrite"];
        yield return flag.IsUnknown ? Verdict.Unknown(flag.Path)
            : flag.Flag == true ? Verdict.Violation("it overwrites a record that exists already", flag.Path)
            : Verdict.Compliant;
    }
}
