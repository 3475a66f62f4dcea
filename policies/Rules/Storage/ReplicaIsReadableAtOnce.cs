using DrInfra.Policies.Aws.S3;

namespace DrInfra.Policies.Rules.Storage;

public sealed class ReplicaIsReadableAtOnce : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        foreach (var rule in Replications.Of(context.Estate).Enabled)
        {
            var storage = rule.StorageClass;
            if (storage.IsUnknown)
            {
                yield return Finding.Unknown(rule.Owner, storage.Path);
            }
            else if (ArchiveClasses.Contains(storage.Text))
            {
                yield return Finding.Violation(rule.Owner, $"replicas are in {storage}, where a restore takes hours", storage.Path);
            }
        }
    }
}
