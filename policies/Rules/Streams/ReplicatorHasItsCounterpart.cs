using DrInfra.Policies.Aws;
using DrInfra.Policies.Aws.Msk;

namespace DrInfra.Policies.Rules.Streams;

public sealed class ReplicatorHasItsCounterpart : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context) =>
        from link in KafkaReplication.AllIn(context.Estate)
        where EstateScope.IsWhole(context.Estate) && link.Source.Target is not null && link.Target.Target is not null && link.Reverse(context.Estate) is null
        select Finding.Violation(
            link.Replicator,
            $"no replicator copies back from {link.Target.Region} to {link.Source.Region}: records written after a failover stay there",
            "replicationInfoList");
}
