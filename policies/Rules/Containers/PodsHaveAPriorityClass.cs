using DrInfra.Policies.Kubernetes;

namespace DrInfra.Policies.Rules.Containers;

public sealed class PodsHaveAPriorityClass() : ResourceRule(Pods.StatefulSets)
{
    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        var name = Pods.Spec(node)["priorityClassName"];
        yield return !name.IsStated() ? Verdict.Violation("its pods have no priorityClassName", name.Path) : Verdict.Compliant;
    }
}
