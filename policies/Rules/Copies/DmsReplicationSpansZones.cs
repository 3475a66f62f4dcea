using DrInfra.Policies.Aws.Dms;

namespace DrInfra.Policies.Rules.Copies;

public sealed class DmsReplicationSpansZones : StackRule
{
    // A task that copies once is watched by whoever starts it.
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        foreach (var task in DmsTask.AllIn(context.Estate).Where(task => task.Migration.Text is "cdc" or "full-load-and-cdc"))
        {
            var zones = task.MultiAz(context.Estate);
            if (zones.IsUnknown)
            {
                yield return Finding.Unknown(task.Node, zones.Path);
            }
            else if (zones.Flag != true)
            {
                yield return Finding.Violation(task.Node, "what runs it is in one zone: multiAz is off", zones.Path);
            }
        }
    }
}
