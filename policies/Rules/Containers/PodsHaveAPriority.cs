using DrInfra.Policies.Graph;
using DrInfra.Policies.Kubernetes;

namespace DrInfra.Policies.Rules.Containers;

public sealed class PodsHaveAPriority : ResourceRule
{
    protected override RuleDescriptor About => new(
        "Pods that hold data have a priority.",
        Why: "When the standby takes over, what is scheduled first decides what serves: without priorities batch work may hold the nodes.",
        Fix: "State priorityClassName.",
        Severity.Low, "A2",
        Published: "polaris/priorityClassNotSet");

    public override IReadOnlyList<string> AppliesTo => Pods.StatefulSets;

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        var name = Pods.Spec(node)["priorityClassName"];
        yield return !name.IsStated() ? Verdict.Violation("its pods have no priorityClassName", name.Path) : Verdict.Compliant;
    }
}
