using DrInfra.Policies.Assessment;
using DrInfra.Policies.Assessment.Stores;
using DrInfra.Policies.Aws.CloudWatch;
using DrInfra.Policies.Aws.Sqs;

namespace DrInfra.Policies.Rules.Streams;

public sealed class PassiveQueueHasNoAgeAlarm : AssessmentRule
{
    protected override IEnumerable<Finding> Evaluate(RuleContext context, RecoveryAssessment recovery)
    {
        var watched = new WatchedStores(context.Estate);
        return from fed in FedTwins.In(context.Estate, recovery)
               where recovery.Promises.For(fed.Store.Workload) is { FailoverInProgress: false, Regions: not null }
               from found in watched.Of(fed.Twin)
               where found.Metric.Name == QueueMetrics.Age && found.Alarm["actionsEnabled"].Flag != false
               select Finding.Violation(found.Alarm, $"it rings while {fed.Twin.Region} stands by: nobody receives from {fed.Store.Label} there, so it fills");
    }
}
