using DrInfra.Policies.Aws.Alb;
using DrInfra.Policies.Aws.LoadBalancing;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Network;

public sealed class LoadBalancerBalancesAcrossZones : ResourceRule
{
    protected override RuleDescriptor About => new(
        "A network or gateway load balancer sends clients to the targets of all zones.",
        Why: "Without it a zone whose targets are gone still gets its share of the clients.",
        Fix: "Set enableCrossZoneLoadBalancing to true.",
        Severity.Medium, "F2 H3",
        Published: "ELB_CROSS_ZONE_LOAD_BALANCING_ENABLED, CKV_AWS_152");

    public override IReadOnlyList<string> AppliesTo => [LoadBalancingTypes.LoadBalancer, AlbTypes.LoadBalancer];

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        // An application load balancer always does; it is what the service makes where nothing is stated.
        if (node["loadBalancerType"].Text is null or "application")
        {
            yield return Verdict.NotApplicable("an application load balancer always does");
            yield break;
        }

        var flag = node["enableCrossZoneLoadBalancing"];
        yield return flag.IsUnknown ? Verdict.Unknown(flag.Path)
            : flag.Flag == true ? Verdict.Compliant
            : Verdict.Violation("cross-zone balancing is off", flag.Path);
    }
}
