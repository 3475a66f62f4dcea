using DrInfra.Policies.Aws.Route53;

namespace DrInfra.Policies.Rules.Detection;

public sealed class HealthCheckTimingIsSound() : ResourceRule(Route53Types.HealthCheck)
{
    private const string LongestDetection = "longestDetectionSeconds";

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        if (!HealthCheckTypes.IsOnEndpoint(node))
        {
            yield return Verdict.NotApplicable("it does not probe an endpoint");
            yield break;
        }

        var interval = node["requestInterval"];
        var threshold = node["failureThreshold"];
        foreach (var unknown in new[] { interval, threshold }.Where(value => value.IsUnknown))
        {
            yield return Verdict.Unknown(unknown.Path);
        }

        // 30 seconds and 3 failures where they are not stated (Route 53's defaults).
        var seconds = interval.IsAbsent ? 30 : interval.Number;
        var failures = threshold.IsAbsent ? 3 : threshold.Number;
        if (!interval.IsUnknown && seconds is not (10 or 30))
        {
            yield return Verdict.Violation($"the interval is {interval} seconds, 10 or 30 allowed", interval.Path);
        }

        if (!threshold.IsUnknown && failures is not (>= 1 and <= 10))
        {
            yield return Verdict.Violation($"the threshold is {threshold} failures, 1 to 10 allowed", threshold.Path);
        }
        else if (seconds is 10 or 30 && seconds * failures > parameters[LongestDetection])
        {
            yield return Verdict.Violation($"a failure is detected after {seconds * failures} seconds, {parameters[LongestDetection]} needed", threshold.Path);
        }
    }
}
