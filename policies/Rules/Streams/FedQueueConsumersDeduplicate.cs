using DrInfra.Policies.Assessment;
using DrInfra.Policies.Assessment.Stores;

namespace DrInfra.Policies.Rules.Streams;

public sealed class FedQueueConsumersDeduplicate : AssessmentRule
{
    protected override IEnumerable<Finding> Evaluate(RuleContext context, RecoveryAssessment recovery) =>
        from fed in FedTwins.In(context.Estate, recovery)
        let promise = recovery.Promises.For(fed.Store.Workload)
        where promise?.Nodes.Count > 0
        let entry = promise.Manifest?.Stores.FirstOrDefault(entry => entry.Kind == fed.Store.Kind && entry.Name == fed.Store.Label)
        where entry?.DeduplicateBy is null
        select Finding.Violation(
            promise.Nodes[0], $"nothing says by what consumers of {fed.Store.Label} recognize a message that {fed.Twin.Region} gets again: deduplicateBy");
}
