using DrInfra.Policies.Aws.Alb;
using DrInfra.Policies.Aws.LoadBalancing;

namespace DrInfra.Policies.Rules.Network;

public sealed class CrossZoneLoadBalancingIsOn() : ResourceRule(LoadBalancingTypes.LoadBalancer, AlbTypes.LoadBalancer)
{
    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        // An application load balancer always does; it is what the service makes where nothing is stated.
        if (node["loadBalancerType"].Text is null or "application")
        {
            yield return Verdict.NotApplicable("an Application Load Balancer always has it");
            yield break;
        }

        var flag = node["enableCrossZoneLoadBalancing"];
        yield return flag.IsUnknown ? Verdict.Unknown(flag.Path)
            : flag.Flag == true ? Verdict.Compliant
            : Verdict.Violation("cross-zone load balancing is off", flag.Path);
    }
}
