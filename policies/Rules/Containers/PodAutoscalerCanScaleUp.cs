using DrInfra.Policies.Aws.Eks;
using DrInfra.Policies.Kubernetes;

namespace DrInfra.Policies.Rules.Containers;

public sealed class PodAutoscalerCanScaleUp : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        var scaled = PodScalers.In(context.Estate);
        foreach (var (pods, scaler) in scaled.OrderBy(pair => pair.Value.Urn, StringComparer.Ordinal))
        {
            if (PodScaling.Fault(context.Estate, pods, new PodScaler(scaler)) is { } fault)
            {
                yield return Finding.Of(fault);
            }
        }

        // What it names may be of a chart or of another program, or nothing.
        foreach (var scaler in context.Estate.OfTypes(PodScalers.Types).Except(scaled.Values))
        {
            yield return Finding.Unknown(scaler, new PodScaler(scaler).Target.Path);
        }
    }
}
