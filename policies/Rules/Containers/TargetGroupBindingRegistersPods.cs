using DrInfra.Policies.Aws.Eks;
using DrInfra.Policies.Kubernetes;

namespace DrInfra.Policies.Rules.Containers;

public sealed class TargetGroupBindingRegistersPods : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        foreach (var node in context.Estate.OfTypes(TargetGroupBinding.Types))
        {
            var binding = new TargetGroupBinding(node);
            if (PodTargets.Fault(context.Estate, binding) is { } fault)
            {
                yield return Finding.Of(fault);
            }

            if (binding.Service is { IsUnknown: false } name && Services.In(context.Estate).Named(node, name) is null && Pods.NamespaceOf(node) is not null
                && !Services.In(context.Estate).MayHave(node))
            {
                yield return Finding.Violation(node, $"no Service {name} is declared in {Pods.NamespaceOf(node)}", name.Path);
            }
        }
    }
}
