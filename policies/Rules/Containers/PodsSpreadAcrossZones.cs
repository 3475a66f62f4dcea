using DrInfra.Policies.Kubernetes;

namespace DrInfra.Policies.Rules.Containers;

public sealed class PodsSpreadAcrossZones() : ResourceRule(Pods.Serving)
{
    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        var spec = Pods.Spec(node);
        var (spread, apart) = (spec["topologySpreadConstraints"], spec["affinity"]["podAntiAffinity"]);
        yield return spread.IsUnknown || apart.IsUnknown ? Verdict.Unknown((spread.IsUnknown ? spread : apart).Path)
            : spread.Items.Any(constraint => constraint["topologyKey"].Text is not null)
                || apart["requiredDuringSchedulingIgnoredDuringExecution"].Items.Count > 0
                    || apart["preferredDuringSchedulingIgnoredDuringExecution"].Items.Count > 0 ? Verdict.Compliant
            : Verdict.Violation("its pods can share a node or zone: neither topologySpreadConstraints nor podAntiAffinity", spread.Path);
        foreach (var skew in spread.Items.Select(constraint => constraint["maxSkew"]).Where(skew => skew.Number > parameters["maximumSkew"]))
        {
            yield return Verdict.Violation($"maxSkew is {skew}, at most {parameters["maximumSkew"]} allowed", skew.Path);
        }

        // What a constraint does not select it does not count, so any place will do.
        var labels = Pods.Template(node)["metadata"]["labels"];
        foreach (var selector in spread.Items.Select(constraint => constraint["labelSelector"])
            .Where(selector => selector.IsAbsent || LabelSelector.Takes(selector, key => labels[key]) == false))
        {
            yield return Verdict.Violation("a topologySpreadConstraint does not select its own pods", selector.Path);
        }
    }
}
