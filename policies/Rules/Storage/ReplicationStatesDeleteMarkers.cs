using DrInfra.Policies.Aws.S3;

namespace DrInfra.Policies.Rules.Storage;

public sealed class ReplicationStatesDeleteMarkers : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        var replications = Replications.Of(context.Estate);
        foreach (var rule in replications.Enabled)
        {
            var markers = rule.DeleteMarkers;
            if (ReplicationFaults.DeleteMarkers(rule) is { } reason)
            {
                yield return Finding.Of(reason);
            }
            else if (markers.Text == "Disabled" && replications.IsTwoWay(rule))
            {
                yield return Finding.Violation(rule.Owner, "delete markers are not replicated, but the buckets replicate both ways", markers.Path);
            }
        }
    }
}
