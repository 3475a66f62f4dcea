using DrInfra.Policies.Kubernetes;

namespace DrInfra.Policies.Rules.Containers;

public sealed class PodsHaveABudget : StackRule
{
    protected override RuleDescriptor About => new(
        "What runs in several pods has a budget of disruption.",
        Why: "Draining nodes, as in an upgrade or a zone evacuation, may otherwise take all pods at once.",
        Fix: "Declare a PodDisruptionBudget whose selector takes the pods.",
        Severity.Low, "H4",
        Published: "kube-score/deployment-has-poddisruptionbudget, kube-score/statefulset-has-poddisruptionbudget, kyverno/require-pdb");

    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        var budgets = new DisruptionBudgets(context.Estate);
        foreach (var node in context.Estate.OfTypes(Pods.Serving).Where(node => Pods.Least(context.Estate, node) is null or > 1 && !budgets.Of(node).Any()))
        {
            yield return budgets.MayHaveOne(node) ? Finding.Unknown(node, "spec.template.metadata.labels") : Finding.Violation(node, "no PodDisruptionBudget selects its pods");
        }
    }
}
