using DrInfra.Policies.Kubernetes;

namespace DrInfra.Policies.Rules.Containers;

public sealed class PodsRequestResources() : ResourceRule(Pods.All)
{
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
