using DrInfra.Policies.Assessment;
using DrInfra.Policies.Aws.CloudWatch;
using DrInfra.Policies.Aws.Sqs;

namespace DrInfra.Policies.Rules.Streams;

public sealed class QueueAgeIsAlarmed : AssessmentRule
{
    protected override IEnumerable<Finding> Evaluate(RuleContext context, RecoveryAssessment recovery)
    {
        var watched = new WatchedStores(context.Estate);
        return from store in recovery.Stores
               where store.Node.Type == SqsTypes.Queue && recovery.Promises.For(store.Workload) is not null
                   && AlarmHome.IsGiven(context.Estate, store.Home)
                   && !watched.Of(store.Node).Any(found => found.Metric.Name == QueueMetrics.Age)
               select Finding.Violation(store.Node, $"no alarm in {store.Home} watches how long its messages wait");
    }
}
