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
            var view = new PodScaler(scaler);
            var verdict = NumberVerdict.AtLeast(view.Min, context.Parameters["minimumReplicas"], view.Least ?? 0, NameOf(view.Min), "");
            if (verdict != Verdict.Compliant)
            {
                yield return new Finding(scaler, verdict);
            }

            if (view.Max.Number is { } top && top <= view.Least)
            {
                yield return Finding.Violation(scaler, $"{NameOf(view.Max)} is {top}, so it cannot scale out", view.Max.Path);
            }

            var target = view.Target;
            if (target.IsAbsent || (view.TargetKind is null && !target["kind"].IsUnknown) || !target["name"].IsStated())
            {
                yield return Finding.Violation(scaler, "it names no target", target.Path);
            }
            else if (!scaled.Contains(scaler) && (Kinds.Contains(view.TargetKind, StringComparer.Ordinal) || target["apiVersion"].Text == "apps/v1"))
            {
                var mayBeThere = target["name"].IsUnknown || context.Estate.OfTypes(Pods.Serving)
                    .Any(pods =>
                        Pods.MayShareNamespace(scaler, pods)
                            && (pods["metadata"]["name"].IsUnknown || Pods.NamespaceOf(pods) is null || Pods.NamespaceOf(scaler) is null));
                yield return mayBeThere ? Finding.Unknown(scaler, target["name"].Path)
                    : Finding.Violation(scaler, $"no {view.TargetKind} {target["name"].Text} is declared in {Pods.NamespaceOf(scaler)}", target.Path);
            }
        }
    }

    private static string NameOf(Prop property) => property.Path[(property.Path.LastIndexOf('.') + 1)..];
}
