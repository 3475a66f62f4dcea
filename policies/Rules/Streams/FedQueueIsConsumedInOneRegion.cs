using DrInfra.Policies.Assessment;
using DrInfra.Policies.Assessment.Stores;
using DrInfra.Policies.Aws.Sqs;

namespace DrInfra.Policies.Rules.Streams;

public sealed class FedQueueIsConsumedInOneRegion : AssessmentRule
{
    protected override IEnumerable<Finding> Evaluate(RuleContext context, RecoveryAssessment recovery) =>
        from fed in FedTwins.In(context.Estate, recovery)
        where QueueConsumers.Of(context.Estate, fed.Home).Any()
        from consumer in QueueConsumers.Of(context.Estate, fed.Twin)
        select consumer["enabled"].IsUnknown ? Finding.Unknown(consumer, "enabled")
            : Finding.Violation(
                consumer, $"it receives from {fed.Store.Label} in {fed.Twin.Region} what is received in {fed.Home.Region} too: each message is processed twice",
                "enabled");
}
