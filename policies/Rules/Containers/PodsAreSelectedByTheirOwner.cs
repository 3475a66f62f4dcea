using DrInfra.Policies.Kubernetes;

namespace DrInfra.Policies.Rules.Containers;

public sealed class PodsAreSelectedByTheirOwner() : ResourceRule(Pods.Serving)
{
    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        var (selector, labels) = (node["spec"]["selector"]["matchLabels"], Pods.Template(node)["metadata"]["labels"]);
        if (selector.IsUnknown || labels.IsUnknown)
        {
            yield return Verdict.Unknown((selector.IsUnknown ? selector : labels).Path);
        }
        else if (!selector.Members.Any() && node["spec"]["selector"]["matchExpressions"].Items.Count == 0)
        {
            yield return Verdict.Violation("it selects no pods", "spec.selector");
        }

        foreach (var (name, value) in selector.Members.Where(label =>
            !labels.IsUnknown && !label.Value.IsUnknown && !labels[label.Name].IsUnknown && labels[label.Name].Text != label.Value.Text))
        {
            yield return Verdict.Violation($"it selects pods with {name} {value}, its own have {labels[name]}", value.Path);
        }

        if (!Pods.Spec(node)["containers"].IsUnknown && Pods.Containers(node).Count == 0)
        {
            yield return Verdict.Violation("its pods have no container", "spec.template.spec.containers");
        }
    }
}
