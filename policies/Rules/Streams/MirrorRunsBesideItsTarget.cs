using DrInfra.Policies.Kubernetes.Strimzi;

namespace DrInfra.Policies.Rules.Streams;

public sealed class MirrorRunsBesideItsTarget : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context) =>
        from mirror in KafkaMirror.AllIn(context.Estate)
        let target = mirror.Target.Cluster?.Node.Region
        where target is not null && mirror.Node.Region is not null && mirror.Node.Region != target
        select Finding.Violation(
            mirror.Node, $"it runs in {mirror.Node.Region} and writes to {target}: what it has read and not yet written is lost with its Region", "spec");
}
