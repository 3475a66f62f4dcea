using DrInfra.Policies.Graph;
using DrInfra.Policies.Kubernetes;

namespace DrInfra.Policies.Rules.Containers;

public sealed class PodsHaveAPriority : ResourceRule
{
    public override string Description => "Pods that hold data have a priority.";

    public override string Why => "When the standby takes over, what is scheduled first decides what serves: without priorities batch work may hold the nodes.";

    public override string Fix => "State priorityClassName.";

    public override Severity Severity => Severity.Low;

    public override IReadOnlyList<string> Practices => ["A2"];

    public override IReadOnlyList<string> Also => ["polaris/priorityClassNotSet"];

    public override IReadOnlyList<string> AppliesTo => Pods.StatefulSets;

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        var name = Pods.Spec(node)["priorityClassName"];
        yield return !name.IsStated() ? Verdict.Violation("its pods have no priorityClassName", name.Path) : Verdict.Compliant;
    }
}
