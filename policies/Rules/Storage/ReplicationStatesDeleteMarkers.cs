using DrInfra.Policies.Aws.S3;

namespace DrInfra.Policies.Rules.Storage;

public sealed class ReplicationStatesDeleteMarkers : StackRule
{
    protected override RuleDescriptor About => new(
        "A replication rule with a filter says whether deletions are replicated; between buckets that replicate both ways they are.",
        Why: "With a filter the service leaves deletions out unless told: after a failover, deleted objects are back. The other choice is right only for "
            + "a copy that is kept as a backup.",
        Fix: "Set deleteMarkerReplication.status to Enabled on both rules of a two-way pair, and state it everywhere else.",
        Severity.Medium, "F1 B1");

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
                yield return Finding.Violation(rule.Owner, "deletions are not replicated, though the buckets replicate both ways", markers.Path);
            }
        }
    }
}
