using DrInfra.Policies.Aws.S3;

namespace DrInfra.Policies.Rules.Storage;

public sealed class ReplicaIsReadableAtOnce : StackRule
{
    public override string Description => "Copies of objects are kept in a storage class that is read without a restore.";

    public override string Why => "From an archive class an object comes back after hours: a standby made of archived copies has those hours in its recovery time.";

    public override string Fix => "Leave destination.storageClass out, or choose one that is read at once.";

    public override Severity Severity => Severity.Medium;

    public override IReadOnlyList<string> Practices => ["F1", "A3"];

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
                yield return Finding.Violation(rule.Owner, $"copies are archived in {storage}, from where a restore takes hours", storage.Path);
            }
        }
    }
}
