using DrInfra.Policies.Kubernetes;

namespace DrInfra.Policies.Rules.Containers;

public sealed class PodScalingKeepsTwo : StackRule
{
    private static readonly string[] Kinds = ["Deployment", "StatefulSet"];

    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        var scaled = PodScalers.In(context.Estate).Values.ToHashSet();
        foreach (var scaler in context.Estate.OfTypes(PodScalers.Types))
        {
            var (least, most) = (scaler["spec"]["minReplicas"], scaler["spec"]["maxReplicas"]);
            var verdict = NumberVerdict.AtLeast(least, context.Parameters["minimumReplicas"], 1, "minReplicas", "");
            if (verdict != Verdict.Compliant)
            {
                yield return new Finding(scaler, verdict);
            }

            if (most.Number is { } top && top <= (least.Number ?? 1))
            {
                yield return Finding.Violation(scaler, $"maxReplicas is {top}, so it cannot scale out", most.Path);
            }

            var target = scaler["spec"]["scaleTargetRef"];
            if (target.IsAbsent || !target["kind"].IsStated() || !target["name"].IsStated())
            {
                yield return Finding.Violation(scaler, "it names no target", target.Path);
            }
            else if (!scaled.Contains(scaler) && (Kinds.Contains(target["kind"].Text, StringComparer.Ordinal) || target["apiVersion"].Text == "apps/v1"))
            {
                var mayBeThere = target["name"].IsUnknown || context.Estate.OfTypes(Pods.Serving)
                    .Any(pods =>
                        Pods.MayShareNamespace(scaler, pods)
                            && (pods["metadata"]["name"].IsUnknown || Pods.NamespaceOf(pods) is null || Pods.NamespaceOf(scaler) is null));
                yield return mayBeThere ? Finding.Unknown(scaler, target["name"].Path)
                    : Finding.Violation(scaler, $"no {target["kind"].Text} {target["name"].Text} is declared in {Pods.NamespaceOf(scaler)}", target.Path);
            }
        }
    }
}
