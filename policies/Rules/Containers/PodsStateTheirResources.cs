using DrInfra.Policies.Graph;
using DrInfra.Policies.Kubernetes;

namespace DrInfra.Policies.Rules.Containers;

public sealed class PodsStateTheirResources : ResourceRule
{
    protected override RuleDescriptor About => new(
        "A container states what it requests, and how much memory it may take.",
        Why: "After a failover nodes are full: pods without requests are packed onto them and killed first, and one without limit takes the others with it.",
        Fix: "State resources.requests and resources.limits.memory.",
        Severity.Low, "H6",
        Published: "kube-score/container-resources, kubescape/C-0009, kyverno/require-pod-requests-limits, CKV_K8S_13");

    public override IReadOnlyList<string> AppliesTo => Pods.All;

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        foreach (var container in Pods.Containers(node))
        {
            var resources = container["resources"];
            foreach (var (part, name) in new[] { ("requests", "cpu"), ("requests", "memory"), ("limits", "memory") })
            {
                // What is limited and not requested is requested as much.
                var found = resources[part][name];
                yield return !found.IsStated() && (part == "limits" || !resources["limits"][name].IsStated())
                    ? Verdict.Violation($"container {container["name"]} states no {part}.{name}", found.Path)
                    : Verdict.Compliant;
            }
        }
    }
}
