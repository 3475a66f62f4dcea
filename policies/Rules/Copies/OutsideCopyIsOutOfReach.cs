using DrInfra.Policies.Aws.DataSync;

namespace DrInfra.Policies.Rules.Copies;

public sealed class OutsideCopyIsOutOfReach : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context) => SyncTasks.Of(context.Estate).All
        .SelectMany(task => task.Destination is { IsServer: true } end ? new[] { Inside(end), SyncFaults.Deletes(task) } : [])
        .OfType<Reason>().Select(Finding.Of);

    private static Reason? Inside(SyncLocation end) => end.IsAws switch
    {
        null => Reason.Unknown(end.Node, end.Host.Path),
        true => new Reason($"the server {end.Host} is AWS itself: the copy may be in the same account", end.Node, end.Host.Path),
        false => null,
    };
}
