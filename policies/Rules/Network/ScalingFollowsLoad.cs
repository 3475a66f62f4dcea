using DrInfra.Policies.Aws.AutoScaling;

namespace DrInfra.Policies.Rules.Network;

public sealed class ScalingFollowsLoad() : ResourceRule(AutoScalingTypes.Policy)
{
    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        if (node["enabled"].Flag == false)
        {
            yield return Verdict.Violation("the scaling policy is disabled", "enabled");
        }

        var tracking = node["targetTrackingConfiguration"];
        if (node["policyType"].Text != "TargetTrackingScaling" && tracking.IsAbsent)
        {
            yield return Verdict.NotApplicable("it is not a target tracking policy");
            yield break;
        }

        var target = tracking["targetValue"];
        if (target.IsUnknown)
        {
            yield return Verdict.Unknown(target.Path);
        }
        else if (target.Number is not > 0)
        {
            yield return Verdict.Violation($"the target is {target}, more than 0 needed", target.Path);
        }
        else if (tracking["predefinedMetricSpecification"]["predefinedMetricType"].Text == "ASGAverageCPUUtilization"
            && target.Number > parameters["maximumPercent"])
        {
            yield return Verdict.Violation($"the target is {target} % CPU, at most {parameters["maximumPercent"]} % allowed", target.Path);
        }

        if (tracking["disableScaleIn"].Flag == true)
        {
            yield return Verdict.Violation("scale-in is disabled, so the group stays at its largest size", tracking["disableScaleIn"].Path);
        }

        if (tracking["predefinedMetricSpecification"].IsAbsent && tracking["customizedMetricSpecification"].IsAbsent && !tracking.IsUnknown)
        {
            yield return Verdict.Violation("the policy has no metric", tracking.Path);
        }
    }
}
