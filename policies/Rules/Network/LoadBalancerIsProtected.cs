using DrInfra.Policies.Aws.Alb;
using DrInfra.Policies.Aws.LoadBalancing;

namespace DrInfra.Policies.Rules.Network;

public sealed class LoadBalancerIsProtected() : ResourceRule(LoadBalancingTypes.LoadBalancer, AlbTypes.LoadBalancer)
{
    // Off where it is not stated (the service's default).
    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        var flag = node["enableDeletionProtection"];
        yield return flag.IsUnknown ? Verdict.Unknown(flag.Path)
            : flag.Flag == true ? Verdict.Compliant
            : Verdict.Violation("the load balancer has no deletion protection", flag.Path);
    }
}
