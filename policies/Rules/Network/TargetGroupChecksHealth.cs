using DrInfra.Policies.Aws.Alb;
using DrInfra.Policies.Aws.LoadBalancing;
using DrInfra.Recovery.Facts;

namespace DrInfra.Policies.Rules.Network;

public sealed class TargetGroupChecksHealth() : ResourceRule(LoadBalancingTypes.TargetGroup, AlbTypes.TargetGroup)
{
    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        if (node["targetType"].Text == "lambda")
        {
            return [Verdict.NotApplicable("Lambda targets need no health check")];
        }

        var check = node["healthCheck"];
        Prop[] read =
        [
            check["enabled"], check["interval"], check["unhealthyThreshold"], check["healthyThreshold"], check["timeout"], check["port"],
            node["deregistrationDelay"],
        ];
        Verdict[] unknown = [.. read.Where(property => property.IsUnknown).Select(property => Verdict.Unknown(property.Path))];
        return unknown.Length > 0 ? unknown : Faults(node, check, parameters);
    }

    private static IEnumerable<Verdict> Faults(Node node, Prop check, RuleParameters parameters)
    {
        if (check["enabled"].Flag == false)
        {
            yield return Verdict.Violation("the health check is off", check["enabled"].Path);
            yield break;
        }

        var asked = new TargetHealthCheck(node);
        var interval = asked.Interval;
        var dead = interval * asked.UnhealthyThreshold;
        var sound = interval * (check["healthyThreshold"].Number ?? FactBook.Number("elb-healthy-threshold-default"));
        var delay = node["deregistrationDelay"].Number ?? FactBook.Number("elb-deregistration-default");
        if (dead <= 0 || dead > parameters["maximumSeconds"])
        {
            yield return Verdict.Violation($"a failed target gets clients for {dead} s, at most {parameters["maximumSeconds"]} s allowed", check.Path);
        }

        if (sound <= 0 || sound > parameters["maximumReturnSeconds"])
        {
            yield return Verdict.Violation($"a healthy target gets clients after {sound} s, at most {parameters["maximumReturnSeconds"]} s allowed",
                check.Path);
        }

        if (check["timeout"].Number is { } timeout && (timeout <= 0 || timeout > interval))
        {
            yield return Verdict.Violation(
                $"the health check's timeout is {timeout} s, between 1 and its interval of {interval} s needed", check["timeout"].Path);
        }

        if (check["port"].Text is { } port && port != "traffic-port" && check["port"].Number is not (>= 1 and <= 65535))
        {
            yield return Verdict.Violation($"the health check's port is {port}", check["port"].Path);
        }

        if (delay > parameters["maximumDelaySeconds"])
        {
            yield return Verdict.Violation(
                $"the deregistration delay is {delay} s, at most {parameters["maximumDelaySeconds"]} s allowed", "deregistrationDelay");
        }
    }
}
