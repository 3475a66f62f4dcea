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
        else if (start.Flag != true)
        {
            yield return Verdict.Violation("the canary is not started", start.Path);
        }

        if (node["schedule"]["durationInSeconds"] is { Number: > 0 } duration)
        {
            yield return Verdict.Violation($"the canary stops after {duration.Number} seconds", duration.Path);
        }
    }
}
