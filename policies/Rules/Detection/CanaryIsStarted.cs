using DrInfra.Policies.Aws.Synthetics;

namespace DrInfra.Policies.Rules.Detection;

public sealed class CanaryIsStarted() : ResourceRule(SyntheticsTypes.Canary)
{
    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        var start = node["startCanary"];
        if (start.IsUnknown)
        {
            yield return Verdict.Unknown(start.Path);
        }

        if (new Canary(node).Stopped is { } stopped)
        {
            yield return Verdict.Violation(stopped.Text, stopped.Property);
        }
    }
}
