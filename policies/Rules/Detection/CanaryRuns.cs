using DrInfra.Policies.Aws.Synthetics;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Detection;

public sealed class CanaryRuns : ResourceRule
{
    protected override RuleDescriptor About => new(
        "A canary is started, and goes on running.",
        Why: "A canary that is declared but not started probes nothing: its alarm waits for data that never comes, or is red from the first day.",
        Fix: "Set startCanary to true and leave schedule.durationInSeconds out.",
        Severity.High, "F6 H7");

    public override IReadOnlyList<string> AppliesTo => [SyntheticsTypes.Canary];

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
