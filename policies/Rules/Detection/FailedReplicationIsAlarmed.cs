using DrInfra.Policies.Aws.CloudWatch;
using DrInfra.Policies.Aws.S3;

namespace DrInfra.Policies.Rules.Detection;

public sealed class FailedReplicationIsAlarmed : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        var watched = new WatchedStores(context.Estate);
        return from copy in BucketCopies.Of(context.Estate)
               where copy.Source.Region != copy.Destination.Region && AlarmHome.IsGiven(context.Estate, copy.Source.Region)
                   && !watched.Of(copy.Source).Any(found => found.Metric.Name == "OperationsFailedReplication" && found.Alarm.Region == copy.Source.Region)
               select Finding.Violation(copy.Source, $"no alarm in {copy.Source.Region} reports objects that were not replicated to {copy.Destination.Region}");
    }
}
