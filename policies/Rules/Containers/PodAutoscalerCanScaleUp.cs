using DrInfra.Policies.Aws.Eks;
using DrInfra.Policies.Kubernetes;

namespace DrInfra.Policies.Rules.Containers;

public sealed class PodAutoscalerCanScaleUp : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context) =>
        from pair in PodScalers.In(context.Estate).OrderBy(pair => pair.Value.Urn, StringComparer.Ordinal)
        let fault = PodScaling.Fault(context.Estate, pair.Key, new PodScaler(pair.Value))
        where fault is not null
        select Finding.Of(fault);
}
