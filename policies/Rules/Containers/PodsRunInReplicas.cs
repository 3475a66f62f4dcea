using DrInfra.Policies.Kubernetes;

namespace DrInfra.Policies.Rules.Containers;

public sealed class PodsRunInReplicas : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        foreach (var node in context.Estate.OfTypes(Pods.Deployments)
            .Where(node => node["spec"]["strategy"]["type"].Text != "Recreate" && !FollowedPods.Are(node)))
        {
            var wanted = context.Parameters["minimumReplicas"];
            switch (Pods.Least(context.Estate, node))
            {
                case null:
                    yield return Finding.Unknown(node, "spec.replicas");
                    break;
                case { } least when least < wanted && Pods.ScalerOf(context.Estate, node) is null:
                    yield return Finding.Violation(node, $"it has {least} {(least == 1 ? "replica" : "replicas")}, {wanted} needed", "spec.replicas");
                    break;
            }
        }
    }
}
