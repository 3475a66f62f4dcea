using DrInfra.Policies.Assessment;
using DrInfra.Policies.Aws.Msk;
using DrInfra.Policies.Kubernetes.Strimzi;

namespace DrInfra.Policies.Rules.Streams;

public sealed class StandbyConsumersStandAtZero : AssessmentRule
{
    // Of two clusters that copy to each other the consumers of the home have to run.
    protected override IEnumerable<Finding> Evaluate(RuleContext context, RecoveryAssessment recovery) =>
        (from store in recovery.Stores
         from link in KafkaReplication.AllIn(context.Estate)
         where link.Source.Target == store.Node && link.Target.Target is not null && link.KeepsNames == true
         from consumer in StreamConsumers.Of(context.Estate, link.Target.Target!)
         select consumer)
        .Concat(
            from store in recovery.Stores
            from mirror in KafkaMirror.AllIn(context.Estate)
            where mirror.Source.Cluster?.Node == store.Node && mirror.KeepsNames == true
            from consumer in mirror.Target.Consumers(context.Estate)
            select consumer)
        .Select(Finding.Of);
}
