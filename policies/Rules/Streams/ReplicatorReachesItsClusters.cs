using DrInfra.Policies.Aws.Msk;

namespace DrInfra.Policies.Rules.Streams;

public sealed class ReplicatorReachesItsClusters : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context) =>
        KafkaReplication.AllIn(context.Estate).SelectMany(link => ReplicatorFaults.Admission(context.Estate, link)).Distinct().Select(Finding.Of);
}
