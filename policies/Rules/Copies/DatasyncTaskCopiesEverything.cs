using DrInfra.Policies.Aws;
using DrInfra.Policies.Aws.DataSync;

namespace DrInfra.Policies.Rules.Copies;

public sealed class DatasyncTaskCopiesEverything : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context) => SyncTasks.Of(context.Estate).All
        .SelectMany(task => new[] { Unscheduled(context.Estate, task), SyncFaults.Filtered(task), SyncFaults.Skips(task), SyncFaults.Agentless(task) })
        .OfType<Reason>().Select(Finding.Of);

    // Of two Regions that hold the data the active one's task is scheduled, and the other's is in the other stack.
    private static Reason? Unscheduled(Estate estate, SyncTask task) => SyncFaults.Unscheduled(task) switch
    {
        { IsUnknown: false } when task.IsScheduled == false && SyncTasks.Of(estate).IsReserve(task) => null,
        { IsUnknown: false } when task.Schedule.IsAbsent && !task.Node.Stack.IsForeign && !EstateScope.IsWhole(estate) =>
            Reason.Unknown(task.Node, "schedule"),
        var reason => reason,
    };
}
