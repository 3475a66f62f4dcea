using DrInfra.Policies.Aws.Eks;
using DrInfra.Policies.Kubernetes;

namespace DrInfra.Policies.Rules.Containers;

public sealed class PodsHaveAReadinessGate : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context) =>
        from node in context.Estate.OfTypes(Pods.Serving)
        where PodTargets.In(context.Estate).AreBound(node)
        let gated = ReadinessGates.Has(context.Estate, node)
        where gated is not true
        select gated is null ? Finding.Unknown(node, "metadata.namespace")
            : Finding.Violation(node, "its pods count as ready before the load balancer sends to them: they have no readiness gate");
}
