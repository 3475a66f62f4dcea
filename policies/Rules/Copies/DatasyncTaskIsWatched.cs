using DrInfra.Policies.Aws;
using DrInfra.Policies.Aws.CloudWatch;
using DrInfra.Policies.Aws.DataSync;

namespace DrInfra.Policies.Rules.Copies;

public sealed class DatasyncTaskIsWatched : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        var estate = context.Estate;

        // One that nothing starts is another rule's, or waits for its turn.
        return SyncTasks.Of(estate).All.Where(task => task.IsScheduled != false).SelectMany(task => new[]
        {
            Told(estate, task, SyncWatch.FailuresAreHeard(estate, task), "no event rule reports that a run of this task failed"),
            Told(estate, task, SyncWatch.SilenceIsHeard(estate, task), "no alarm rings when no run of this task succeeds"),
        }).OfType<Finding>();
    }

    // What watches a Region may be in a stack that was not given.
    private static Finding? Told(Estate estate, SyncTask task, bool? heard, string message) => heard switch
    {
        true => null,
        false when EstateScope.IsWhole(estate)
            || estate.OfTypes(CloudWatchTypes.MetricAlarm, CloudWatchTypes.EventRule).Any(node => node.Region == task.Node.Region) =>
            Finding.Violation(task.Node, message),
        _ => Finding.Unknown(task.Node, "arn"),
    };
}
