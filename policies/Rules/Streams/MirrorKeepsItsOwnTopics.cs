using DrInfra.Policies.Kubernetes.Strimzi;

namespace DrInfra.Policies.Rules.Streams;

public sealed class MirrorKeepsItsOwnTopics : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context) =>
        from mirror in KafkaMirror.AllIn(context.Estate)
        from setting in mirror.InternalCopies
        // A negative number leaves it to the brokers.
        where setting.Copies >= 0 && setting.Copies < context.Parameters["minimumCopies"]
        select Finding.Violation(
            mirror.Node, $"topics of the mirror have {setting.Copies} replicas, {context.Parameters["minimumCopies"]} needed", setting.Setting.Path);
}
