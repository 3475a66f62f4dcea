using DrInfra.Policies.Aws.Eks;
using DrInfra.Policies.Kubernetes;

namespace DrInfra.Policies.Rules.Containers;

public sealed class NetworkPoliciesAreEnforced : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        foreach (var policies in context.Estate.OfTypes(NetworkPolicies.Types).GroupBy(Pods.ClusterOf))
        {
            var first = policies.First();
            if (PodClusters.In(context.Estate).Of(first) is { } cluster
                && PolicyEnforcement.Fault(context.Estate, new EksCluster(cluster), policies.Key, first) is { } fault)
            {
                yield return Finding.Of(fault);
            }
        }
    }
}
