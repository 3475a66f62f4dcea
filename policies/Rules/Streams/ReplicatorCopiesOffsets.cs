using DrInfra.Policies.Aws.Msk;
using DrInfra.Policies.Kubernetes.Strimzi;

namespace DrInfra.Policies.Rules.Streams;

public sealed class ReplicatorCopiesOffsets : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        foreach (var link in KafkaReplication.AllIn(context.Estate))
        {
            if (link.OffsetsUncopied(context.Estate) is { } fault)
            {
                yield return Finding.Of(fault);
            }
            else if (!link.IsEnhanced && (link.Reverse(context.Estate) is not null || !link.Replicator.Stack.IsForeign))
            {
                yield return Finding.Violation(
                    link.Replicator, "consumerGroupOffsetSyncMode is LEGACY: after a failover no offsets come back with the records",
                    link.OffsetModes.FirstOrDefault() is { IsAbsent: false } mode ? mode.Path : "replicationInfoList");
            }
        }

        foreach (var mirror in KafkaMirror.AllIn(context.Estate).Where(mirror => mirror.Stopped is null))
        {
            if (mirror.OffsetsLost is { } fault)
            {
                yield return Finding.Of(fault);
            }
        }
    }
}
