using DrInfra.Policies.Aws.GlobalAccelerator;

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
            var seconds = (interval.Number ?? 30) * (threshold.Number ?? 3);
            yield return interval.Number is { } stated && stated is not (10 or 30)
                ? Verdict.Violation($"healthCheckIntervalSeconds is {stated}, 10 or 30 allowed", interval.Path)
                    : threshold.Number is < 1 or > 10 ? Verdict.Violation($"thresholdCount is {threshold}, 1 to 10 allowed", threshold.Path)
                    : seconds > parameters["maximumSeconds"]
                        ? Verdict.Violation($"its endpoints are found gone after {seconds} s, at most {parameters["maximumSeconds"]} s allowed", interval.Path)
                        : Verdict.Compliant;
        }

        if (node["healthCheckProtocol"].Text is "HTTP" or "HTTPS" && !node["healthCheckPath"].IsStated())
        {
            yield return Verdict.Violation("it asks for /, which may answer while the service does not: healthCheckPath is not stated", "healthCheckPath");
        }
    }
}
