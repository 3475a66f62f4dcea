namespace DrInfra.Policies.Rules.Storage;

public sealed class ReplicationIncludesEncryptedObjects : StackRule
{
    public override string Description => "Objects that are encrypted with a KMS key are replicated too, and the rule names the key for the copies.";

    public override string Why => "The service skips such objects unless the rule selects them and names a key of the destination; the standby then holds an empty bucket.";

    public override string Fix => "Set sourceSelectionCriteria.sseKmsEncryptedObjects.status to Enabled and destination.encryptionConfiguration.replicaKmsKeyId to a key of the destination's Region.";

    public override Severity Severity => Severity.Critical;

    public override IReadOnlyList<string> Practices => ["B5", "B6"];

    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        foreach (var rule in Replications.Of(context.Estate).Enabled.Where(rule => rule.Source is not null))
        {
            var encryption = BucketEncryption.Of(context.Estate, rule.Source!);
            var selected = rule.EncryptedObjects;
            if (selected.IsUnknown)
            {
                yield return Finding.Unknown(rule.Owner, selected.Path);
            }
            else if (encryption.IsUnknown && selected.IsAbsent)
            {
                yield return Finding.Unknown(rule.Owner, encryption.Path);
            }
            else if (encryption.UsesKms && selected.Text is not ("Enabled" or "true"))
            {
                yield return Finding.Violation(
                    rule.Owner, $"the bucket's objects are encrypted with {encryption.Algorithm}, and such objects are {(selected.IsAbsent ? "not selected" : selected)} in the rule", selected.Path);
            }

            if (selected.Text is "Enabled" or "true" && rule.ReplicaKey.IsAbsent)
            {
                yield return Finding.Violation(rule.Owner, "objects with a KMS key are selected, but the rule names no replicaKmsKeyId", rule.ReplicaKey.Path);
            }
        }
    }
}
