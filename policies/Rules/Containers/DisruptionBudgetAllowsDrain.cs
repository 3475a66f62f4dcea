using DrInfra.Policies.Kubernetes;

namespace DrInfra.Policies.Rules.Containers;

public sealed class DisruptionBudgetAllowsDrain : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        var budgets = new DisruptionBudgets(context.Estate);
        var pairs = context.Estate.OfTypes(Pods.Serving).Select(node => (Node: node, Budgets: budgets.Of(node).ToArray())).ToArray();
        var pods = pairs.SelectMany(pair => pair.Budgets.Select(budget => (budget, pair.Node))).ToLookup(pair => pair.budget, pair => pair.Node);
        foreach (var budget in context.Estate.OfTypes(DisruptionBudgets.Types))
        {
            var (least, most) = (budget["spec"]["minAvailable"], budget["spec"]["maxUnavailable"]);
            if (least.IsUnknown || most.IsUnknown)
            {
                yield return Finding.Unknown(budget, (least.IsUnknown ? least : most).Path);
            }
            else if (!least.IsStated() && !most.IsStated())
            {
                yield return Finding.Violation(budget, "it states neither minAvailable nor maxUnavailable", "spec");
            }
            else if (most.Text is "0" or "0%")
            {
                yield return Finding.Violation(budget, "no pod can be evicted: maxUnavailable is 0", most.Path);
            }
            else if (least.Text == "100%")
            {
                yield return Finding.Violation(budget, "no pod can be evicted: minAvailable is 100%", least.Path);
            }
            else if (least.Text is "0" or "0%")
            {
                yield return Finding.Violation(budget, "it protects nothing: minAvailable is 0", least.Path);
            }

            foreach (var node in pods[budget].Where(node => Pods.Least(context.Estate, node) is { } count && DisruptionBudgets.Count(least, count) >= count
                && least.Text is not "100%"))
            {
                yield return Finding.Violation(
                    budget, $"minAvailable is {least.Text}, but {node.Name} has {Pods.Least(context.Estate, node)} pods, so none can be evicted", least.Path);
            }
        }

        foreach (var (budget, node) in pods.SelectMany(group => group.Select(node => (group.Key, node))))
        {
            var most = budget["spec"]["maxUnavailable"];
            if (Pods.Least(context.Estate, node) is { } count and > 1 && DisruptionBudgets.Count(most, count) >= count)
            {
                yield return Finding.Violation(
                    budget, $"it protects nothing: maxUnavailable is {most.Text}, and {node.Name} has {count} pods", most.Path);
            }
        }

        // The eviction of a pod that two budgets select is refused.
        foreach (var (node, several) in pairs.Where(pair => pair.Budgets.Length > 1))
        {
            yield return Finding.Violation(
                node, $"its pods cannot be evicted: {string.Join(" and ", several.Select(budget => budget.Name))} both select them");
        }
    }
}
