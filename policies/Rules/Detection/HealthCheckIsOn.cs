using DrInfra.Policies.Aws.Route53;

namespace DrInfra.Policies.Rules.Detection;

public sealed class HealthCheckIsOn() : ResourceRule(Route53Types.HealthCheck)
{
    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        foreach (var (property, problem) in new[]
        {
            ("disabled", "the check is disabled, which counts as healthy"), ("invertHealthcheck", "the check is inverted: broken counts as healthy"),
        })
        {
            var flag = node[property];
            yield return flag.IsUnknown ? Verdict.Unknown(flag.Path)
                : flag.Flag == true ? Verdict.Violation(problem, flag.Path)
                : Verdict.Compliant;
        }
    }
}
