using DrInfra.Policies.Kubernetes;

namespace DrInfra.Policies.Rules.Containers;

public sealed class PodsHaveADisruptionBudget : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        var budgets = new DisruptionBudgets(context.Estate);
        foreach (var node in context.Estate.OfTypes(Pods.Serving).Where(node => Pods.Least(context.Estate, node) is null or > 1 && !budgets.Of(node).Any()))
        {
            yield return budgets.MayHaveOne(node)
                ? Finding.Unknown(node, "spec.template.metadata.labels")
                : Finding.Violation(node, "no PodDisruptionBudget selects its pods");
        }
    }
}
