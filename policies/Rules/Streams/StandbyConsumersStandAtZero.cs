using DrInfra.Policies.Assessment;
using DrInfra.Policies.Aws.Msk;

namespace DrInfra.Policies.Rules.Streams;

public sealed class StandbyConsumersStandAtZero : AssessmentRule
{
    // Of two clusters that copy to each other the consumers of the home have to run.
    protected override IEnumerable<Finding> Evaluate(RuleContext context, RecoveryAssessment recovery) =>
        from store in recovery.Stores
        from link in KafkaReplication.AllIn(context.Estate)
        where link.Source.Target == store.Node && link.Target.Target is not null && link.KeepsNames == true
        from consumer in StreamConsumers.Of(context.Estate, link.Target.Target!)
        select Finding.Of(consumer);
}
