using DrInfra.Policies.Aws.Route53;
using DrInfra.Recovery.Facts;

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

        var (intervals, thresholds) = (FactBook.Get("r53-hc-interval-allowed"), FactBook.Get("r53-hc-threshold-allowed"));
        var seconds = interval.IsAbsent ? FactBook.Number("r53-hc-interval-default") : interval.Number;
        var failures = threshold.IsAbsent ? FactBook.Number("r53-hc-threshold-default") : threshold.Number;
        var possible = seconds == intervals.Minimum || seconds == intervals.Maximum;
        if (!interval.IsUnknown && !possible)
        {
            yield return Verdict.Violation($"the interval is {interval} seconds, {string.Join(" or ", intervals.Words)} allowed", interval.Path);
        }

        if (!threshold.IsUnknown && !(failures >= thresholds.Minimum && failures <= thresholds.Maximum))
        {
            yield return Verdict.Violation($"the threshold is {threshold} failures, {thresholds.Value} allowed", threshold.Path);
        }
        else if (possible && seconds * failures > parameters[LongestDetection])
        {
            yield return Verdict.Violation($"a failure is detected after {seconds * failures} seconds, {parameters[LongestDetection]} needed", threshold.Path);
        }
    }
}
