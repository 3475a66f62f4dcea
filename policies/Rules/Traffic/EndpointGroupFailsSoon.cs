using DrInfra.Policies.Aws.GlobalAccelerator;
using DrInfra.Recovery.Facts;

namespace DrInfra.Policies.Rules.Traffic;

public sealed class EndpointGroupFailsSoon() : ResourceRule(GlobalAcceleratorTypes.EndpointGroup)
{
    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        var (interval, threshold) = (node["healthCheckIntervalSeconds"], node["thresholdCount"]);
        if (interval.IsUnknown || threshold.IsUnknown)
        {
            yield return Verdict.Unknown((interval.IsUnknown ? interval : threshold).Path);
        }
        else
        {
            var (intervals, thresholds) = (FactBook.Get("ga-check-interval-allowed"), FactBook.Get("ga-threshold-allowed"));
            var seconds = (interval.Number ?? FactBook.Number("ga-check-interval-default")) * (threshold.Number ?? FactBook.Number("ga-threshold-default"));
            yield return interval.Number is { } stated && stated != intervals.Minimum && stated != intervals.Maximum
                ? Verdict.Violation($"healthCheckIntervalSeconds is {stated}, {string.Join(" or ", intervals.Words)} allowed", interval.Path)
                    : threshold.Number < thresholds.Minimum || threshold.Number > thresholds.Maximum
                        ? Verdict.Violation($"thresholdCount is {threshold}, {thresholds.Value} allowed", threshold.Path)
                    : seconds > parameters["maximumSeconds"]
                        ? Verdict.Violation($"a failed endpoint is detected after {seconds} s, at most {parameters["maximumSeconds"]} s allowed", interval.Path)
                        : Verdict.Compliant;
        }

        if (node["healthCheckProtocol"].Text is "HTTP" or "HTTPS" && !node["healthCheckPath"].IsStated())
        {
            yield return Verdict.Violation("healthCheckPath is not set, so the health check requests /, which may succeed while the service fails",
                "healthCheckPath");
        }
    }
}
