using DrInfra.Policies.Aws.S3;

namespace DrInfra.Policies.Rules.Storage;

public sealed class TwoWayReplicationSyncsReplicas : StackRule
{
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
                    $"replica modifications are {(rule.ReplicaModifications.IsAbsent ? "not replicated" : rule.ReplicaModifications)}, but the buckets "
                        + $"replicate both ways",
                    rule.ReplicaModifications.Path);
            }
        }
    }
}
