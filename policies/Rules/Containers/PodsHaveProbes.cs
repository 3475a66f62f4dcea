using DrInfra.Policies.Graph;
using DrInfra.Policies.Kubernetes;

namespace DrInfra.Policies.Rules.Containers;

public sealed class PodsHaveProbes : ResourceRule
{
    protected override RuleDescriptor About => new(
        "A container that serves says when it is ready, and when it must be started again.",
        Why: "Without a readiness probe traffic reaches pods that cannot answer yet; without a liveness probe a stuck one stays. Where both are the same, "
            + "a busy pod is killed.",
        Fix: "Declare a readinessProbe and a livenessProbe that differ in what they ask or how long they wait.",
        Severity.Medium, "F6 H6",
        Published: "kube-score/pod-probes, kube-score/pod-probes-identical, kubescape/C-0056, kyverno/require-probes, "
            + "gatekeeper/K8sRequiredProbes, CKV_K8S_9");

    public override IReadOnlyList<string> AppliesTo => Pods.Serving;

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        foreach (var container in Pods.Containers(node))
        {
            var (ready, alive) = (container["readinessProbe"], container["livenessProbe"]);
            foreach (var probe in new[] { ready, alive })
            {
                yield return !probe.IsStated() ? Verdict.Violation($"container {container["name"]} has no {probe.Path[(probe.Path.LastIndexOf('.') + 1)..]}", probe.Path) : Verdict.Compliant;
            }

            if (ready.IsKnown && alive.IsKnown && Equals(ready.Value, alive.Value))
            {
                yield return Verdict.Violation($"the probes of container {container["name"]} are the same: a pod that is busy is killed", alive.Path);
            }
        }
    }
}
