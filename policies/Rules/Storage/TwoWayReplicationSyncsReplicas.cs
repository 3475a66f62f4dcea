using DrInfra.Policies.Aws.S3;

namespace DrInfra.Policies.Rules.Storage;

public sealed class TwoWayReplicationSyncsReplicas : StackRule
{
    protected override RuleDescriptor About => new(
        "Where buckets replicate both ways, changes to replicas are replicated as well.",
        Why: "Tags, locks and access lists that are changed on a replica stay there unless both rules replicate changes of replicas: the buckets drift "
            + "apart after a failover.",
        Fix: "Set sourceSelectionCriteria.replicaModifications.status to Enabled in the rules of both buckets.",
        Severity.Medium, "F1");

    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        var replications = Replications.Of(context.Estate);
        foreach (var rule in replications.Enabled.Where(rule => !rule.IsInline && replications.IsTwoWay(rule)))
        {
            if (rule.ReplicaModifications.IsUnknown)
            {
                yield return Finding.Unknown(rule.Owner, rule.ReplicaModifications.Path);
            }
            else if (rule.ReplicaModifications.Text != "Enabled")
            {
                yield return Finding.Violation(
                    rule.Owner,
                    $"changes of replicas are {(rule.ReplicaModifications.IsAbsent ? "not replicated" : rule.ReplicaModifications)}, though the buckets replicate both ways",
                    rule.ReplicaModifications.Path);
            }
        }
    }
}
