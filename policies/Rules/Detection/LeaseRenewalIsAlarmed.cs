using DrInfra.Policies.Aws.CloudWatch;
using DrInfra.Policies.Aws.Eks;
using DrInfra.Policies.Kubernetes;

namespace DrInfra.Policies.Rules.Detection;

public sealed class LeaseRenewalIsAlarmed : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        var estate = context.Estate;
        var alarms = estate.OfType(CloudWatchTypes.MetricAlarm).ToArray();
        foreach (var follower in LeaseFollower.AllIn(estate))
        {
            if (follower.Table.Text is not { } table)
            {
                yield return Finding.Unknown(follower.Node, follower.Table.Path);
                continue;
            }

            // What a Region cannot tell itself, the other one cannot tell for it: both count the writes.
            var region = PodClusters.In(estate).RegionOf(follower.Node);
            var here = alarms.Where(alarm => region is null || alarm.Region is null || alarm.Region == region).ToArray();
            var counting = here.Where(alarm => WritesAlarm.IsOn(alarm, table) == true).Select(WritesAlarm.Silent).ToArray();
            if (counting.Length == 0)
            {
                yield return here.Any(alarm => WritesAlarm.IsOn(alarm, table) is null)
                    ? Finding.Unknown(follower.Node, follower.Table.Path)
                    : Finding.Violation(
                        follower.Node, $"no alarm of {region ?? "its Region"} counts the writes to {table}, by which leases are renewed", follower.Table.Path);
            }
            else if (counting.All(silent => silent is not null))
            {
                yield return Finding.Of(counting[0]!);
            }
        }
    }
}
