using DrInfra.Policies.Kubernetes;

namespace DrInfra.Policies.Rules.Containers;

public sealed class PodsHaveProbes() : ResourceRule(Pods.Serving)
{
    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        foreach (var container in Pods.Containers(node))
        {
            var (ready, alive) = (container["readinessProbe"], container["livenessProbe"]);

            // Nobody sends to jobs.
            foreach (var probe in FollowedPods.Are(node) ? [alive] : new[] { ready, alive })
            {
                yield return !probe.IsStated()
                    ? Verdict.Violation($"container {container["name"]} has no {probe.Path[(probe.Path.LastIndexOf('.') + 1)..]}", probe.Path)
                    : Verdict.Compliant;
            }

            if (ready.IsKnown && alive.IsKnown && Equals(ready.Value, alive.Value))
            {
                yield return Verdict.Violation($"the probes of container {container["name"]} are the same, so a busy pod is restarted", alive.Path);
            }
        }
    }
}
